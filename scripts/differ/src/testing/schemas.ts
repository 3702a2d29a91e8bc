import type { Json, JsonObject } from "@x/openapi";

export const has = (property: Json, required: Json = []): JsonObject => ({
  type: "object",
  properties: { a: property },
  required,
});
export const none: JsonObject = { type: "object", properties: {} };
export const text = { type: "string" };
export const number = { type: "number" };
export const map = (additionalProperties: Json): JsonObject => ({ type: "object", additionalProperties });
export const union = (...members: Json[]): Json => ({ oneOf: members });
export const tagged = (discriminator: Json): Json => ({
  oneOf: [has({ const: "x" }), has({ const: "y" })],
  discriminator,
});
export const tag = { propertyName: "a", mapping: { x: "#/components/schemas/X" } };
export const untagged = union(has({ const: "x" }), has({ const: "y" }));

export const patterned: JsonObject = { type: "object", patternProperties: { "^x-": text } };
export const alternative = (value: string): Json => has({ const: value }, ["a"]);
/** Alternatives put together from several unions: more than are compared one by one. */
export const vast = (name: string): Json => ({
  allOf: Array.from({ length: 10 }, (_, index) => ({
    anyOf: [0, 1].map((each) => ({ type: "object", required: [`${name}${index}${each}`] })),
  })),
});
