/** How a value becomes a body: which media types are sent so, the generator knows. */
export type BodyForm = "json" | "urlencoded" | "multipart" | "text" | "binary";

/** One media type of a request body. */
export type BodyDefinition =
  | BodyForm
  | {
      readonly form: BodyForm;
      /** How fields of a form are written, where not as usual, by name. */
      readonly encoding?: Readonly<Record<string, FieldEncoding>>;
      /** Whether the JSON has places for bytes, which JSON does not have. */
      readonly bytes?: true;
    };

/** OpenAPI's Encoding Object. A field with a style is written like a parameter in a query. */
export interface FieldEncoding {
  /** One media type, or several with commas between. */
  readonly contentType?: string;
  readonly style?: "form" | "spaceDelimited" | "pipeDelimited" | "deepObject";
  readonly explode?: boolean;
  readonly allowReserved?: true;
}
