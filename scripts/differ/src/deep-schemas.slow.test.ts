import type { JsonObject } from "@x/openapi";
import { expect, test } from "vitest";
import { compareByRule } from "./diff.ts";
import { found, small } from "./testing/small.ts";

const text: JsonObject = { type: "string" };
const whole: JsonObject = { type: "integer" };

function nested(depth: number, leaf: JsonObject, around: (inner: JsonObject) => JsonObject): JsonObject {
  let schema = leaf;
  for (let level = 0; level < depth; level += 1) schema = around(schema);
  return schema;
}

test.each<[string, (inner: JsonObject) => JsonObject]>([
  ["properties", (inner) => ({ type: "object", properties: { a: inner } })],
  ["items", (inner) => ({ type: "array", items: inner })],
  ["alternatives", (inner) => ({ anyOf: [inner, { type: "boolean" }] })],
  ["parts", (inner) => ({ allOf: [inner] })],
  ["maps", (inner) => ({ type: "object", additionalProperties: inner })],
])("%s in each other, 1,500 deep, do not overflow", (_, around) => {
  const document = (leaf: JsonObject): JsonObject => small({ sent: nested(1_500, leaf, around) });
  const { wire, changes } = compareByRule(document(text), document(whole));
  expect(wire).not.toBe("compatible");
  // Of a long name, the middle is left out.
  for (const { text: words } of changes) expect(words.length).toBeLessThan(1_000);
  expect(compareByRule(document(text), document(text)).changes).toEqual([]);
});

test("unions that hold another twice end, as each is looked at once for a value", () => {
  const document = (leaf: JsonObject): JsonObject => {
    const schemas: { [name: string]: JsonObject } = { U0: leaf };
    for (let index = 1; index < 40; index += 1) {
      const inner = { $ref: `#/components/schemas/U${index - 1}` };
      const tagged = { type: "object", required: ["tag"], properties: { tag: { const: index } } };
      schemas[`U${index}`] = { anyOf: [inner, inner, tagged] };
    }
    return small({ sent: { $ref: "#/components/schemas/U39" }, schemas });
  };
  expect(compareByRule(document(text), document(whole)).wire).toBe("breaking");
});

test("a chain of thousands of components does not overflow", () => {
  const chain = (type: string): JsonObject => {
    const schemas: JsonObject = { S2000: { type } };
    for (let index = 0; index < 2_000; index += 1) {
      const next = { $ref: `#/components/schemas/S${index + 1}` };
      schemas[`S${index}`] = { type: "object", properties: { next } };
    }
    return small({ received: { $ref: "#/components/schemas/S0" }, schemas });
  };
  expect(found(chain("string"), chain("boolean"))).toEqual(["response-type-changed breaking major"]);
});
