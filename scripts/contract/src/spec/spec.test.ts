import { type Json, type JsonObject, Problem } from "@x/openapi";
import { expect, test } from "vitest";
import { examplesOf } from "../values/examples.ts";
import { Spec } from "./spec.ts";

function specOf(openapi: string, schemas: JsonObject, paths: JsonObject = {}): Spec {
  return new Spec({ openapi, paths, components: { schemas } });
}

function faultsOf(openapi: string, schema: JsonObject, value: Json, others: JsonObject = {}): string[] {
  return specOf(openapi, { Tested: schema, ...others }).faults("/components/schemas/Tested", value);
}

test("nullable, also beside an enum, a $ref or nothing else", () => {
  expect(faultsOf("3.0.3", { type: "string", nullable: true }, null)).toEqual([]);
  expect(faultsOf("3.0.3", { type: "string", nullable: true, enum: ["a"] }, null)).toEqual([]);
  expect(faultsOf("3.0.3", { nullable: true, allOf: [{ type: "object" }] }, null)).toEqual([]);
  expect(faultsOf("3.0.3", { type: "string" }, null)).toEqual(["/ must be string"]);
  expect(faultsOf("3.1.0", { type: "string", nullable: true }, null)).toEqual([]);
  expect(faultsOf("3.1.0", { type: ["string", "null"] }, null)).toEqual([]);
});

test("3.0: exclusive bounds are switches, 3.1: they are bounds", () => {
  expect(faultsOf("3.0.3", { type: "number", minimum: 0, exclusiveMinimum: true }, 0)).toEqual(["/ must be > 0"]);
  expect(faultsOf("3.0.3", { type: "number", minimum: 0, exclusiveMinimum: false }, 0)).toEqual([]);
  expect(faultsOf("3.1.0", { type: "number", exclusiveMinimum: 0 }, 0)).toEqual(["/ must be > 0"]);
});

test("3.0 ignores what stands beside a $ref, 3.1 does not", () => {
  const schema = { $ref: "#/components/schemas/Text", maxLength: 1 };
  const others = { Text: { type: "string" } };
  expect(faultsOf("3.0.3", schema, "long", others)).toEqual([]);
  expect(faultsOf("3.1.0", schema, "long", others)).toEqual(["/ must NOT have more than 1 characters"]);
});

test("a property called nullable is a property", () => {
  const schema = { type: "object", required: ["nullable"], properties: { nullable: { type: "boolean" } } };
  expect(faultsOf("3.0.3", schema, {})).toEqual(["/ must have required property 'nullable'"]);
});

test("a request need not have what is read-only, a response need not have what is write-only", () => {
  const spec = specOf("3.1.0", {
    Tested: {
      type: "object",
      required: ["id", "secret"],
      properties: { id: { $ref: "#/components/schemas/Id" }, secret: { type: "string", writeOnly: true } },
    },
    Id: { type: "string", readOnly: true },
  });
  expect(spec.faults("/components/schemas/Tested", { secret: "s" }, "request")).toEqual([]);
  expect(spec.faults("/components/schemas/Tested", { id: "i" }, "response")).toEqual([]);
  expect(spec.faults("/components/schemas/Tested", {}, "request")).toHaveLength(1);
  expect(spec.faults("/components/schemas/Tested", {}, "response")).toHaveLength(1);
});

test("reads schemas at pointers with slashes, braces and percent signs", () => {
  const content = { "application/json": { schema: { type: "integer" } } };
  const spec = specOf("3.1.0", {}, { "/a/{b}%20~c": { get: { responses: { 200: { description: "", content } } } } });
  const schema = spec.operations[0]?.responses[0]?.content[0]?.schema ?? "";
  expect(schema).toBe("/paths/~1a~1{b}%20~0c/get/responses/200/content/application~1json/schema");
  expect(spec.faults(schema, "1")).toEqual(["/ must be integer"]);
});

test("a range or default stands for a status that is not documented otherwise", () => {
  const answer = { description: "" };
  const responses = { 200: answer, 400: answer, "4XX": answer, "5XX": answer, default: answer };
  const spec = specOf("3.1.0", {}, { "/a": { get: { responses } } });
  const statuses = spec.operations[0]?.responses.map(({ key, status }) => [key, status]);
  expect(Object.fromEntries(statuses ?? [])).toEqual({ 200: 200, 400: 400, "4XX": 418, "5XX": 500, default: 500 });
});

test("the path item's parameters give way to the operation's own", () => {
  const parameters = [
    { name: "id", in: "path", required: true, schema: { type: "string" } },
    { name: "page", in: "query", schema: { type: "string" } },
  ];
  const own = [{ name: "page", in: "query", required: true, schema: { type: "integer" } }];
  const spec = specOf("3.1.0", {}, { "/a/{id}": { parameters, get: { parameters: own, responses: {} } } });
  expect(spec.operations[0]?.parameters).toMatchObject([
    { name: "id", required: true },
    { name: "page", required: true, schema: "/paths/~1a~1{id}/get/parameters/0/schema" },
  ]);
});

test.each([
  ["#/components/schemas/Nothing", "points at nothing"],
  ["#/components/schemas/Loop", "refers to itself"],
  ["other.yaml#/a", "leaves the document"],
])("refuses the $ref %s", ($ref, message) => {
  const paths = { "/a": { get: { responses: { 200: { $ref } } } } };
  const document = {
    openapi: "3.1.0",
    paths,
    components: { schemas: { Loop: { $ref: "#/components/schemas/Loop" } } },
  };
  expect(() => new Spec(document)).toThrow(message);
});

test("finds every example, and none that is only called so", () => {
  const spec = specOf(
    "3.1.0",
    {
      Tested: {
        type: "object",
        examples: [{ example: "a" }],
        properties: { example: { type: "string", example: "b" }, list: { type: "array", items: { example: 1 } } },
      },
    },
    {
      "/a": {
        get: {
          parameters: [{ name: "q", in: "query", schema: { type: "string" }, example: "c" }],
          responses: {
            200: {
              description: "",
              content: { "application/json": { schema: {}, examples: { one: { value: { schema: { example: 1 } } } } } },
            },
          },
        },
      },
    },
  );
  expect(examplesOf(spec).map(({ pointer, value }) => [pointer, value])).toEqual([
    ["/paths/~1a/get/parameters/0/example", "c"],
    ["/paths/~1a/get/responses/200/content/application~1json/examples/one/value", { schema: { example: 1 } }],
    ["/components/schemas/Tested/examples/0", { example: "a" }],
    ["/components/schemas/Tested/properties/example/example", "b"],
    ["/components/schemas/Tested/properties/list/items/example", 1],
  ]);
});

test.each([
  ["a pattern that is none", { pattern: "[" }, "Invalid regular expression"],
  ["a bound that is no number", { maximum: null }, "maximum"],
] as const)("%s is told with the schema's pointer", (_, more, words) => {
  const schema = { type: "string", ...more } as const;
  const spec = new Spec({ openapi: "3.1.0", paths: {}, components: { schemas: { A: schema } } } as never);
  const failure = (): string[] => spec.faults("/components/schemas/A", "a");
  expect(failure).toThrow(Problem);
  expect(failure).toThrow("/components/schemas/A: nothing can be held against this schema: ");
  expect(failure).toThrow(words);
});
