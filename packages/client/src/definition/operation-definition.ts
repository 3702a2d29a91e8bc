import type { BodyDefinition } from "./body-definition.ts";
import type { ServerDefinition } from "./server-definition.ts";

import type { ParameterDefinition } from "./parameter-definition.ts";

/** One operation, as plain data. */
export interface OperationDefinition {
  readonly method: "GET" | "PUT" | "POST" | "DELETE" | "OPTIONS" | "HEAD" | "PATCH" | "TRACE";
  /** Path template as in the spec: `/rooms/{room_id}/sessions`. */
  readonly path: string;
  /** Parameters by place. */
  readonly parameters?: {
    readonly path?: Readonly<Record<string, ParameterDefinition>>;
    readonly query?: Readonly<Record<string, ParameterDefinition>>;
    readonly header?: Readonly<Record<string, ParameterDefinition>>;
  };
  /** The request body: the media type of its JSON, or how it is written, by media type, the usual one first. */
  readonly body?: string | Readonly<Record<string, BodyDefinition>>;
  /** Whether the spec demands a body. */
  readonly bodyRequired?: true;
  /** Media type asked for, where it is not `application/json`. */
  readonly accept?: string;
  /** Documented kind of body by status: `200`, `4XX`, `default`. Where it depends on the media type, by that. */
  readonly responses: Readonly<Record<string, BodyKind | Readonly<Record<string, BodyKind>>>>;
  /** Keys that the spec requires of an error's body, by status as above: an object's, or of what is null or an object. */
  readonly errorKeys?: Readonly<Record<string, readonly string[]>>;
  /**
   * What goes with a request: the one bearer key, or the first of these alternatives that is given in full. An empty one
   * asks for nothing. Absent: no key.
   */
  readonly security?: "bearer" | readonly (readonly string[])[];
  /** Of the operation's own. Default: the API's. */
  readonly server?: ServerDefinition;
}

/**
 * What a documented body is once read: JSON of a shape (`json`: any shape), text, bytes, or nothing. `location` is a
 * redirect's target.
 */
export type BodyKind = "object" | "array" | "json" | "text" | "binary" | "none" | "location";
