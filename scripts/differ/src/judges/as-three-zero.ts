import { isObject, type Json } from "@x/openapi";

/** The same schema in the words of OpenAPI 3.0: exclusive limits are flags, a constant is an enum, null is a flag. */
export function asThreeZero(schema: Json): Json {
  if (Array.isArray(schema)) return schema.map(asThreeZero);
  if (!isObject(schema)) return schema;
  const { const: constant, type, ...rest } = schema;
  const written: { [key: string]: Json } = {};
  for (const [key, value] of Object.entries(rest)) {
    // Listed values are no schemas.
    written[key] = key === "enum" || key === "required" ? value : asThreeZero(value);
  }
  for (const [exclusive, inclusive] of [
    ["exclusiveMinimum", "minimum"],
    ["exclusiveMaximum", "maximum"],
  ] as const) {
    if (typeof written[exclusive] !== "number") continue;
    [written[inclusive], written[exclusive]] = [written[exclusive], true];
  }
  if (constant !== undefined) written["enum"] = [constant];
  if (type === "null") return { ...written, enum: [null] };
  if (type === undefined) return written;
  const types = [type].flat().filter((each) => each !== "null");
  if (types.length === 0) return { ...written, enum: [null] };
  const isNullable = types.length < [type].flat().length;
  return { ...written, type: types.length === 1 ? (types[0] as Json) : types, ...(isNullable && { nullable: true }) };
}
