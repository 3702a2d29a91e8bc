/** Limits that grow with the number: more is stricter. Absent means the value here, or no limit at all. */
export const lowerBounds: Record<string, number> = {
  minimum: -Infinity,
  minLength: 0,
  minItems: 0,
  minProperties: 0,
  minContains: 1,
};

/** Limits that shrink with the number: less is stricter. */
export const upperBounds: readonly string[] = ["maximum", "maxLength", "maxItems", "maxProperties", "maxContains"];

/** Text for people. Only the pages and comments made from it change with it. */
export const documentationKeywords: readonly string[] = ["title", "description", "externalDocs", "summary"];

/** Keywords that check data, but in no simple order of stricter and looser. */
export const opaqueKeywords: readonly string[] = [
  "not",
  "if",
  "then",
  "else",
  "contains",
  "dependentRequired",
  "dependentSchemas",
  "patternProperties",
  "propertyNames",
  "unevaluatedItems",
  "unevaluatedProperties",
];

/** Keywords that say nothing about the data: illustrations, XML spelling of JSON APIs, places to keep definitions. */
const silentKeywords: readonly string[] = ["example", "examples", "$comment", "$schema", "$id", "$anchor", "$defs"];

/** Keywords that the comparison reads itself. */
const readKeywords: readonly string[] = [
  "$ref",
  "type",
  "nullable",
  "enum",
  "const",
  "format",
  "contentEncoding",
  "contentMediaType",
  "pattern",
  "properties",
  "required",
  "additionalProperties",
  "items",
  "prefixItems",
  "allOf",
  "oneOf",
  "anyOf",
  "discriminator",
  "readOnly",
  "writeOnly",
  "deprecated",
  "default",
  "uniqueItems",
  "multipleOf",
  "exclusiveMinimum",
  "exclusiveMaximum",
];

const known = new Set([
  ...Object.keys(lowerBounds),
  ...upperBounds,
  ...documentationKeywords,
  ...opaqueKeywords,
  ...silentKeywords,
  ...readKeywords,
]);

/** Whether nobody knows what a schema keyword means. Extensions (`x-…`) say nothing on purpose and are not unknown. */
export function isUnknownKeyword(keyword: string): boolean {
  return !known.has(keyword) && !keyword.startsWith("x-");
}
