import { fieldsOf } from "@x/openapi";

/** Keywords of schemas that hold no schema. Those that do are in the grammar. */
const PLAIN = new Set(
  [
    "$ref $comment $schema $id $anchor type nullable enum const format contentEncoding contentMediaType pattern required",
    "readOnly writeOnly deprecated default minimum maximum exclusiveMinimum exclusiveMaximum multipleOf minLength maxLength",
    "minItems maxItems uniqueItems minContains maxContains minProperties maxProperties dependentRequired",
    "title description summary example examples",
  ].flatMap((words) => words.split(" ")),
);

/** Whether nobody knows what a schema keyword means. Extensions (`x-…`) say nothing on purpose and are not unknown. */
export function isUnknownKeyword(keyword: string): boolean {
  return !PLAIN.has(keyword) && !Object.hasOwn(fieldsOf.schema ?? {}, keyword) && !keyword.startsWith("x-");
}
