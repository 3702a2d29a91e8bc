import { describe, expect, test } from "vitest";
import type { Json, JsonObject } from "@x/openapi";
import { found, foundInRequest, foundInResponse, small } from "./testing/small.ts";

const schemas: JsonObject = {
  Thing: { type: "object", required: ["id"], properties: { id: { type: "string" }, size: { type: "integer" } } },
};
const thing: Json = { $ref: "#/components/schemas/Thing" };

const pairs: [name: string, left: Json, right: Json][] = [
  ["nullable and a type list", { type: "string", nullable: true }, { type: ["string", "null"] }],
  [
    "a type list and a null alternative",
    { type: ["string", "null"] },
    { oneOf: [{ type: "string" }, { type: "null" }] },
  ],
  ["an order of types", { type: ["string", "integer"] }, { type: ["integer", "string"] }],
  [
    "a type list and alternatives",
    { type: ["string", "integer"] },
    { anyOf: [{ type: "string" }, { type: "integer" }] },
  ],
  ["a nullable reference", { allOf: [thing], nullable: true }, { oneOf: [thing, { type: "null" }] }],
  [
    "an enum with and without its null",
    { type: ["string", "null"], enum: ["a", null] },
    { type: "string", nullable: true, enum: ["a"] },
  ],
  ["a const and an enum of one", { const: "a" }, { type: "string", enum: ["a"] }],
  ["an order of values", { enum: ["a", "b"] }, { enum: ["b", "a"] }],
  ["a reference and the same written out", thing, structuredClone(schemas["Thing"] ?? null)],
  ["a reference and an allOf of it alone", thing, { allOf: [thing] }],
  [
    "a property here or in a part",
    { allOf: [thing, { type: "object", properties: { more: { type: "string" } } }] },
    { allOf: [thing], type: "object", properties: { more: { type: "string" } } },
  ],
  [
    "exclusive limits of 3.0 and 3.1",
    { type: "number", minimum: 1, exclusiveMinimum: true },
    { type: "number", exclusiveMinimum: 1 },
  ],
  ["no limit and its natural floor", { type: "string" }, { type: "string", minLength: 0 }],
  ["byte and base64", { type: "string", format: "byte" }, { type: "string", contentEncoding: "base64" }],
  [
    "true and any schema for further properties",
    { type: "object", additionalProperties: true },
    { type: "object", additionalProperties: {} },
  ],
  [
    "an object that says so and one that need not",
    { properties: { a: {} } },
    { type: "object", properties: { a: {} } },
  ],
  ["an order of alternatives", { oneOf: [thing, { type: "string" }] }, { oneOf: [{ type: "string" }, thing] }],
  [
    "a flag that is off",
    { type: "string" },
    { type: "string", readOnly: false, deprecated: false, uniqueItems: false },
  ],
  ["a schema and its boolean form", {}, true],
];

describe.each(pairs)("two writings of the same: %s", (_name, left, right) => {
  test("either way, sent and received", () => {
    expect(foundInRequest(left, right, schemas)).toEqual([]);
    expect(foundInRequest(right, left, schemas)).toEqual([]);
    expect(foundInResponse(left, right, schemas)).toEqual([]);
    expect(foundInResponse(right, left, schemas)).toEqual([]);
  });
});

describe("documents that say the same", () => {
  const id = { name: "id", in: "path", required: true, schema: { type: "string" } };
  const path = "/things/{id}";

  test("a parameter of the path and of its only operation", () => {
    const shared = small({ path, item: { parameters: [id] } });
    expect(found(shared, small({ path, operation: { parameters: [id] } }))).toEqual([]);
  });

  test("an operation's parameter stands before the path's of the same name", () => {
    const own = { ...id, schema: { type: "integer" } };
    const both = small({ path, item: { parameters: [id] }, operation: { parameters: [own] } });
    expect(found(both, small({ path, operation: { parameters: [own] } }))).toEqual([]);
  });

  test("a style that is spelt out", () => {
    const list = { name: "q", in: "query", schema: { type: "array", items: {} } };
    const old = small({ operation: { parameters: [list] } });
    expect(found(old, small({ operation: { parameters: [{ ...list, style: "form", explode: true }] } }))).toEqual([]);
  });

  test("a server with a slash at its end, or with a variable at its default", () => {
    const url = "https://{host}.example.com/v1/";
    const servers = [{ url, variables: { host: { default: "api", enum: ["api"] } } }];
    expect(found(small({}), small({ document: { servers } }))).toEqual([]);
  });

  test("what stands beside a reference counts in 3.1 alone", () => {
    const beside = { $ref: "#/components/schemas/Thing", minProperties: 2 };
    const in30 = [thing, beside].map((sent) => small({ openapi: "3.0.3", sent, schemas })) as [JsonObject, JsonObject];
    expect(found(...in30)).toEqual([]);
    expect(foundInRequest(thing, beside, schemas)).toEqual(["request-constraint-tightened breaking patch"]);
  });
});
