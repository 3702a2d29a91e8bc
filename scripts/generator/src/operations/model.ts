import type { BodyForm, BodyKind, FieldEncoding, ParameterDefinition, ServerDefinition } from "@x/client";
import type { JsonObject } from "@x/openapi";
import type { Security } from "./security.ts";

/** An operation as it stands in the document, its parameters, body and responses resolved. */
export interface OperationModel {
  /** Method name in the SDK. */
  readonly name: string;
  /** Lower-case HTTP method, as the path item has it. */
  readonly method: string;
  readonly path: string;
  /** `GET /rooms`, for messages. */
  readonly label: string;
  readonly operation: JsonObject;
  readonly parameters: readonly ParameterModel[];
  readonly body: BodyModel | undefined;
  readonly responses: readonly ResponseModel[];
  readonly security: Security;
  /** Of its own, where that is not the document's. */
  readonly server: ServerDefinition | undefined;
}

export interface ParameterModel {
  readonly name: string;
  readonly place: "path" | "query" | "header";
  readonly required: boolean;
  readonly description: string | undefined;
  readonly deprecated: boolean;
  /** Whether the schema is in the document; a path placeholder without a parameter has none. */
  readonly declared: boolean;
  readonly definition: Exclude<ParameterDefinition, string>;
}

export interface BodyModel {
  readonly required: boolean;
  /** The usual one first. */
  readonly types: readonly BodyType[];
}

export interface BodyType {
  readonly mediaType: string;
  readonly form: BodyForm;
  readonly encoding?: Readonly<Record<string, FieldEncoding>>;
  /** Whether its JSON has places for bytes. */
  readonly bytes?: true;
}

export interface ResponseModel {
  /** `200`, `4XX`, `default`. */
  readonly status: string;
  /** What it may be of; none where there is no body, or none that is read. The one that is asked for comes first. */
  readonly types: readonly ResponseType[];
  /** Of the first. */
  readonly kind: BodyKind;
  /** Keys that the schema requires of an error's body, sorted. */
  readonly keys: readonly string[];
}

export interface ResponseType {
  readonly mediaType: string;
  readonly kind: BodyKind;
}
