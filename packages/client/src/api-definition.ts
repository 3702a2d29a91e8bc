import type { ParameterSerializer } from "./parameters/parameter.ts";

/**
 * What the generator writes for each vendor and the client reads at run time. Operations are plain data, so that one
 * more costs a user's bundle about a hundred bytes.
 */
export interface ApiDefinition {
  /** The spec's first server, without a slash at its end. */
  readonly baseUrl: string;
  /** What few APIs need, and no other's bundle carries. */
  readonly serializers?: Serializers;
  /** By method name (`viewRoomSession`). */
  readonly operations: Readonly<Record<string, OperationDefinition>>;
}

/** What turns inputs of an uncommon kind into text: imported by the table of an API that has such an operation. */
export interface Serializers {
  /** Parameters that are lists, objects or anything, or in a style of their own. Default: `plainParameter`. */
  readonly parameter?: ParameterSerializer;
  /** Request bodies, by media type. */
  readonly body?: (operation: string, definition: OperationDefinition, body: unknown) => string | FormData | undefined;
}

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
  /** How the key is sent: `bearer`, or the header that takes it, in lower case. Absent: no key. */
  readonly security?: string;
}

/**
 * What a value must be to be sent. `date-time` and `date` take a string or a Date, `any` takes any primitive,
 * `json` takes anything and sends it as JSON.
 */
export type ParameterKind =
  | "string"
  | "date-time"
  | "date"
  | "integer"
  | "number"
  | "boolean"
  | "any"
  | "array"
  | "object"
  | "json";

/** A kind alone is an optional parameter (a path parameter is always required) in its place's default style. */
export type ParameterDefinition =
  | ParameterKind
  | {
      readonly type: ParameterKind;
      readonly required?: true;
      /** Kind of an array's items. Default: `any`. */
      readonly items?: ParameterKind;
      /** OpenAPI `style`. Default: `form` in a query, `simple` in a path or header. */
      readonly style?: "form" | "spaceDelimited" | "pipeDelimited" | "deepObject" | "simple" | "label" | "matrix";
      /** OpenAPI `explode`. Default: true for `form` and `deepObject`. */
      readonly explode?: boolean;
      readonly allowReserved?: true;
    };

/** What a documented body is once read: JSON of a shape (`json`: any shape), text, bytes, or nothing. */
export type BodyKind = "object" | "array" | "json" | "text" | "binary" | "none";
