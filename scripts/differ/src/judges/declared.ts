import { isObject, type Json } from "@x/openapi";

/** Whether a sender with this schema may carry such a value: only properties that some part of it declares, or where none does. */
export function isDeclared(schema: Json | undefined, value: Json): boolean {
  return isDeclaredBy([schema], value);
}

function isDeclaredBy(schemas: readonly (Json | undefined)[], value: Json): boolean {
  const parts = schemas.flatMap(partsOf);
  if (Array.isArray(value)) {
    return value.every((item, index) =>
      isDeclaredBy(
        parts.map((part) => (Array.isArray(part["prefixItems"]) ? (part["prefixItems"][index] ?? part["items"]) : part["items"])),
        item,
      ),
    );
  }
  if (!isObject(value)) return true;
  const isFree = !parts.some((part) => {
    const { properties, patternProperties, additionalProperties } = part;
    return [properties, patternProperties].some((each) => isObject(each) && Object.keys(each).length > 0) || additionalProperties !== undefined;
  });
  return Object.entries(value).every(([name, member]) => {
    const saying = parts.flatMap((part): Json[] => {
      const own = isObject(part["properties"]) ? part["properties"][name] : undefined;
      const patterns = Object.entries(isObject(part["patternProperties"]) ? part["patternProperties"] : {});
      const matching = patterns.filter(([pattern]) => new RegExp(pattern, "u").test(name)).map(([, each]) => each);
      const further = own === undefined && matching.length === 0 ? part["additionalProperties"] : undefined;
      return [own, ...matching, further].filter((each) => each !== undefined);
    });
    return (isFree || saying.length > 0) && isDeclaredBy(saying, member);
  });
}

/** A schema and all that stands in it about the same value. */
function partsOf(schema: Json | undefined): { readonly [key: string]: Json }[] {
  if (!isObject(schema)) return [];
  const lists = ["allOf", "anyOf", "oneOf"].flatMap((key) => (Array.isArray(schema[key]) ? schema[key] : []));
  return [schema, ...[...lists, schema["then"], schema["else"]].flatMap(partsOf)];
}
