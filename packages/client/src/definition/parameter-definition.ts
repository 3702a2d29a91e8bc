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
