import { describe, expect, test } from "vitest";
import type { JsonObject } from "@x/openapi";
import { compareByRule } from "../diff.ts";
import { small } from "../testing/small.ts";

const text: JsonObject = { type: "string" };
const tagged = (tag: string): JsonObject => ({
  type: "object",
  required: ["tag"],
  properties: { tag: { const: tag } },
});
const closed = (name: string): JsonObject => ({
  type: "object",
  required: [name],
  properties: { [name]: text },
  additionalProperties: false,
});

// oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema
const wholes: JsonObject = { if: { type: "integer" }, then: { minimum: 1 } };

function wireOf(old: JsonObject, next: JsonObject): string {
  return compareByRule(small({ sent: old }), small({ sent: next })).wire;
}

test.each<[string, JsonObject, JsonObject]>([
  [
    "alike, beside objects that have a tag",
    { type: "null" },
    { oneOf: [tagged("a"), { type: "null" }, { allOf: [{ type: "null" }] }] },
  ],
  ["that leaves its type out, beside anything", { type: "null" }, { oneOf: [{ properties: {} }, {}] }],
  ["that leaves its type out, beside a text", text, { oneOf: [{ properties: { a: text } }, text] }],
  ["of items without a type, beside a text", text, { oneOf: [{ items: text }, text] }],
  ["the same inside another union", text, { anyOf: [{ oneOf: [{ items: text }, text] }, { type: "integer" }] }],
  ["the same in a part", text, { allOf: [{ oneOf: [{ properties: { a: text } }, text] }] }],
  ["that is not something else", text, { oneOf: [text, { not: { type: "integer" } }] }],
  ["that has some of the other", text, { oneOf: [text, { anyOf: [{ minLength: 3 }, { type: "integer" }] }] }],
  ["with a condition that is about others", text, { oneOf: [text, wholes] }],
])("an alternative %s may fit as well: that is never compatible", (_, old, next) => {
  expect(wireOf({ oneOf: [old] }, next)).not.toBe("compatible");
  const inside = (schema: JsonObject): JsonObject => ({ type: "object", properties: { a: schema } });
  expect(wireOf(inside(old), inside(next))).not.toBe("compatible");
});

describe("alternatives that nothing fits two of are compatible", () => {
  test.each<[string, JsonObject, JsonObject[]]>([
    ["types", text, [text, { type: "integer" }, tagged("a"), { type: "array", items: text }, { type: "null" }]],
    ["tags", tagged("a"), [tagged("a"), tagged("b"), tagged("c"), { type: "null" }]],
    ["what is required of closed objects", closed("a"), [closed("a"), closed("b"), { type: "null" }]],
    ["a type that is left out by `not`", text, [text, { not: { type: "string" } }]],
    [
      "ranges",
      { type: "integer", minimum: 5 },
      [
        { type: "integer", minimum: 5 },
        { type: "integer", maximum: 4 },
      ],
    ],
  ])("by %s", (_, old, members) => {
    expect(wireOf(old, { oneOf: members })).toBe("compatible");
  });

  test("by what the sender tells apart in the same way, types left out or not", () => {
    const loose = { properties: { a: text } };
    expect(wireOf({ oneOf: [text, loose] }, { oneOf: [text, loose, { type: "integer" }] })).toBe("compatible");
    const overlapping = [text, { minLength: 1 }];
    expect(wireOf({ oneOf: overlapping }, { oneOf: [...overlapping, { type: "null" }] })).not.toBe("compatible");
  });
});

test("names that a pattern takes are sent too, as many as one likes", () => {
  const old: JsonObject = { type: "object", properties: { a: text }, patternProperties: { "^x-": text } };
  expect(wireOf(old, { ...old, maxProperties: 2 })).not.toBe("compatible");
  expect(wireOf(old, { ...old, properties: { a: text, "x-b": { type: "integer" } } })).not.toBe("compatible");
  expect(wireOf(old, { ...old, dependentRequired: { "x-b": ["a"] } })).not.toBe("compatible");
  const shut: JsonObject = { type: "object", properties: { a: text }, additionalProperties: false };
  expect(wireOf(shut, { ...shut, maxProperties: 2, dependentRequired: { b: ["c"] } })).toBe("compatible");
});
