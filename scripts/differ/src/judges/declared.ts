import { isObject, type Json } from "@x/openapi";
import type { Takes } from "./instances.ts";

/**
 * Whether a sender with this schema may carry such a value: only properties that some part of it declares, or where none does.
 * Of alternatives, those count that the value is one of.
 */
export function isDeclared(schema: Json | undefined, value: Json, takes: Takes): boolean {
  return isDeclaredBy([schema], value, takes);
}

function isDeclaredBy(schemas: readonly (Json | undefined)[], value: Json, takes: Takes): boolean {
  const parts = schemas.flatMap((schema) => partsOf(schema, value, takes));
  if (Array.isArray(value)) {
    return value.every((item, index) =>
      isDeclaredBy(
        parts.map((part) =>
          Array.isArray(part["prefixItems"]) ? (part["prefixItems"][index] ?? part["items"]) : part["items"],
        ),
        item,
        takes,
      ),
    );
  }
  if (!isObject(value)) return true;
  const isFree = !parts.some((part) => {
    const { properties, patternProperties, additionalProperties } = part;
    return (
      [properties, patternProperties].some((each) => isObject(each) && Object.keys(each).length > 0) ||
      additionalProperties !== undefined
    );
  });
  return Object.entries(value).every(([name, member]) => {
    const saying = parts.flatMap((part): Json[] => {
      const own = isObject(part["properties"]) ? part["properties"][name] : undefined;
      const patterns = Object.entries(isObject(part["patternProperties"]) ? part["patternProperties"] : {});
      const matching = patterns.filter(([pattern]) => new RegExp(pattern, "u").test(name)).map(([, each]) => each);
      const further = own === undefined && matching.length === 0 ? part["additionalProperties"] : undefined;
      return [own, ...matching, further].filter((each) => each !== undefined);
    });
    return (isFree || saying.length > 0) && isDeclaredBy(saying, member, takes);
  });
}

/** A schema and all that stands in it about the same value. */
function partsOf(schema: Json | undefined, value: Json, takes: Takes): { readonly [key: string]: Json }[] {
  if (!isObject(schema)) return [];
  const listed = (key: string): Json[] => (Array.isArray(schema[key]) ? schema[key] : []);
  const chosen = [...listed("anyOf"), ...listed("oneOf")].filter((each) => takes(each, value));
  const inner = [...listed("allOf"), ...chosen, schema["then"], schema["else"]];
  return [schema, ...inner.flatMap((each) => partsOf(each, value, takes))];
}
