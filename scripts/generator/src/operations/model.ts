import type { BodyKind, OperationDefinition, ParameterDefinition } from "@x/client";
import type { JsonObject } from "@x/openapi";

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
  readonly security: OperationDefinition["security"];
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
  readonly mediaType: string;
  readonly required: boolean;
}

export interface ResponseModel {
  /** `200`, `4XX`, `default`. */
  readonly status: string;
  readonly kind: BodyKind;
  readonly mediaType: string | undefined;
  /** Keys that the schema requires of an error's body, sorted. */
  readonly keys: readonly string[];
}
