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
  /** Media type of the request body, where there is one. */
  readonly body?: string;
  /** Whether the spec demands a body. */
  readonly bodyRequired?: true;
  /** Media type asked for, where it is not `application/json`. */
  readonly accept?: string;
  /** Documented kind of body by status: `200`, `4XX`, `default`. */
  readonly responses: Readonly<Record<string, BodyKind>>;
  /** Keys that the spec requires of an error's body, by status as above: an object's, or of what is null or an object. */
  readonly errorKeys?: Readonly<Record<string, readonly string[]>>;
  /** How the key is sent: `bearer`, or the header that takes it, in lower case. Absent: no key. */
  readonly security?: string;
}

/** What a documented body is once read: JSON of a shape (`json`: any shape), text, bytes, or nothing. */
export type BodyKind = "object" | "array" | "json" | "text" | "binary" | "none";
