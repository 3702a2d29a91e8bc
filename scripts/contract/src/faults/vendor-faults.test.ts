import { type Json, type JsonObject } from "@x/openapi";
import { expect, test } from "vitest";
import { forPrism } from "./for-prism.ts";
import { Spec } from "../spec/spec.ts";
import { undeclaredOf } from "./undeclared.ts";
import { vendorFaults } from "./vendor-faults.ts";

const id = { type: "string" };

function documentOf(schemas: JsonObject, body: JsonObject = {}): JsonObject {
  const post = { requestBody: { content: body }, responses: { "200": { description: "Well" } } };
  return {
    openapi: "3.1.0",
    info: { title: "A", version: "1" },
    paths: { "/a": { post } },
    components: { schemas },
  };
}

test.each<[string, JsonObject]>([
  ["itself", { A: { properties: { id }, required: ["id"] } }],
  ["a part of it", { A: { allOf: [{ properties: { id } }], properties: {}, required: ["id"] } }],
  [
    "what it is a part of",
    {
      A: { allOf: [{ $ref: "#/components/schemas/B" }], properties: { id } },
      B: { properties: { a: id }, required: ["id"] },
    },
  ],
  [
    "another part",
    {
      A: { allOf: [{ $ref: "#/components/schemas/B" }, { properties: { id } }] },
      B: { properties: { a: id }, required: ["id"] },
    },
  ],
  [
    "what is around a choice",
    { A: { properties: { id }, anyOf: [{ required: ["id"] }, { properties: { b: id }, required: ["id"] }] } },
  ],
  ["values of any name", { A: { properties: { a: id }, additionalProperties: id, required: ["id"] } }],
  ["nobody, where nothing is named", { A: { type: "object", required: ["id"] } }],
])("a required name that is declared by %s is no fault", (_, schemas) => {
  expect(undeclaredOf(documentOf(schemas))).toEqual([]);
});

const faulty = documentOf({
  A: {
    type: "object",
    required: ["id", "owner/id"],
    properties: {
      id: { type: "string", example: 5 },
      count: { type: "integer", default: "ten", required: true },
      list: { type: "array", items: { type: "string" }, examples: [[1], ["a"], [2]] },
    },
  },
});

test("what contradicts itself is told by pointer", () => {
  expect(vendorFaults(new Spec(faulty)).map(({ pointer }) => pointer)).toEqual([
    "#/components/schemas/A/required/owner~1id",
    "#/components/schemas/A/properties/id/example",
    "#/components/schemas/A/properties/list/examples/0",
    "#/components/schemas/A/properties/list/examples/2",
    "#/components/schemas/A/properties/count/default",
  ]);
});

test("values are held against what is left, and that is what is served", () => {
  const before = structuredClone(faulty);
  const spec = new Spec(faulty);
  expect(spec.faults("/components/schemas/A", { id: "1", count: 1 })).toEqual([]);
  expect(spec.faults("/components/schemas/A", {})).toHaveLength(1);
  expect(forPrism(spec)).toMatchObject({
    components: {
      schemas: {
        A: {
          required: ["id"],
          properties: { id: { type: "string" }, count: { type: "integer" }, list: { examples: [["a"]] } },
        },
      },
    },
  });
  expect(vendorFaults(new Spec(forPrism(spec)))).toEqual([]);
  expect(faulty).toEqual(before);
});

test("a document without faults is served as it is", () => {
  const document = documentOf({ A: { type: "object", required: ["id"], properties: { id } } });
  expect(forPrism(new Spec(document))).toBe(document);
});

test("lists in forms are said to be written as OpenAPI takes for granted", () => {
  const schema = { properties: { a: { type: "array", items: id }, b: { type: "array", items: id }, c: id } };
  const media = { schema, encoding: { b: { style: "spaceDelimited" } } };
  const document = documentOf({}, { "application/x-www-form-urlencoded": media, "application/json": { schema } });
  const { paths } = forPrism(new Spec(document)) as {
    paths: { "/a": { post: { requestBody: { content: JsonObject } } } };
  };
  const { content } = paths["/a"].post.requestBody;
  const form = content["application/x-www-form-urlencoded"] as { encoding: Json };
  expect(form.encoding).toEqual({ a: { style: "form", explode: true }, b: { style: "spaceDelimited" } });
  expect(content["application/json"]).toEqual({ schema });
});
