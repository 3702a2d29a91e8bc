import { below, type Json, type JsonObject } from "@x/openapi";
import { lowerBounds, upperBounds } from "./keywords.ts";
import type { Place } from "../document/side.ts";

/** What a keyword says and where. */
export interface Written {
  value: Json;
  pointer: string;
  /** Of a bound: whether the bound itself is out of it. */
  exclusive?: boolean;
}

/** Adds a schema's format, pattern and limits to those of the parts that apply beside it: the stricter one counts. */
export function addConstraints(written: Map<string, Written>, { value, pointer }: Place): void {
  for (const keyword of Object.keys(lowerBounds)) addBound(written, value, pointer, keyword, 1);
  for (const keyword of upperBounds) addBound(written, value, pointer, keyword, -1);
  const format = formatOf(value);
  if (format !== undefined) written.set("format", { value: format.name, pointer: below(pointer, format.keyword) });
  for (const keyword of ["pattern", "multipleOf"]) {
    if (value[keyword] !== undefined) written.set(keyword, { value: value[keyword], pointer: below(pointer, keyword) });
  }
  if (value["uniqueItems"] === true)
    written.set("uniqueItems", { value: true, pointer: below(pointer, "uniqueItems") });
}

/** 3.1 says with `contentEncoding` and `contentMediaType` what 3.0 said with the formats byte and binary. */
function formatOf(schema: JsonObject): { name: string; keyword: string } | undefined {
  if (typeof schema["format"] === "string") return { name: schema["format"], keyword: "format" };
  const encoding = schema["contentEncoding"];
  if (typeof encoding === "string")
    return { name: encoding === "base64" ? "byte" : encoding, keyword: "contentEncoding" };
  const media = schema["contentMediaType"];
  if (typeof media === "string")
    return { name: media === "application/octet-stream" ? "binary" : media, keyword: "contentMediaType" };
  return undefined;
}

function addBound(
  written: Map<string, Written>,
  schema: JsonObject,
  pointer: string,
  keyword: string,
  sign: 1 | -1,
): void {
  const bound = boundOf(schema, keyword);
  if (bound === undefined) return;
  const known = written.get(keyword);
  if (known !== undefined && compareBounds(known, bound, sign) >= 0) return;
  written.set(keyword, { ...bound, pointer: below(pointer, bound.keyword) });
}

/** 3.0 marks a bound exclusive by a boolean beside it, 3.1 writes the bound itself there. */
function boundOf(
  schema: JsonObject,
  keyword: string,
): { value: number; exclusive: boolean; keyword: string } | undefined {
  const inclusive = schema[keyword];
  const exclusiveKeyword =
    keyword === "minimum" ? "exclusiveMinimum" : keyword === "maximum" ? "exclusiveMaximum" : undefined;
  const exclusive = exclusiveKeyword === undefined ? undefined : schema[exclusiveKeyword];
  const sign = keyword === "minimum" ? 1 : -1;
  if (typeof exclusive === "number" && (typeof inclusive !== "number" || sign * exclusive >= sign * inclusive)) {
    return { value: exclusive, exclusive: true, keyword: exclusiveKeyword ?? keyword };
  }
  if (typeof inclusive !== "number") return undefined;
  // A lower limit at its natural floor (`minLength: 0`) says nothing.
  if (inclusive === lowerBounds[keyword]) return undefined;
  return { value: inclusive, exclusive: exclusive === true, keyword };
}

/** Positive where the first bound is stricter. `sign` is 1 for lower bounds, -1 for upper ones. */
export function compareBounds(
  left: Pick<Written, "value" | "exclusive">,
  right: Pick<Written, "value" | "exclusive">,
  sign: 1 | -1,
): number {
  const difference = sign * (Number(left.value) - Number(right.value));
  return difference === 0 ? Number(left.exclusive ?? false) - Number(right.exclusive ?? false) : difference;
}
