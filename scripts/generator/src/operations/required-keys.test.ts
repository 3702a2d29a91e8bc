import type { JsonObject } from "@x/openapi";
import { expect, test } from "vitest";
import { generateFiles } from "../generate-files.ts";
import { documentWith } from "../testing/document.ts";
import { requiredKeys } from "./required-keys.ts";

const properties = {
  a: {},
  b: {},
  c: {},
  secret: { writeOnly: true },
  hidden: { $ref: "#/components/schemas/Hidden" },
};
const schemas: JsonObject = {
  Hidden: { type: "string", writeOnly: true },
  A: { type: "object", required: ["a"], properties: { a: {} } },
  AB: { type: "object", required: ["b", "a"], properties: { a: {}, b: {} } },
  Both: { allOf: [{ $ref: "#/components/schemas/A" }, { required: ["c"], properties: { c: {} } }] },
  Round: {
    required: ["a"],
    properties: { a: { $ref: "#/components/schemas/Round" } },
    allOf: [{ $ref: "#/components/schemas/Round" }, { $ref: "#/components/schemas/AB" }],
  },
  Unions: { anyOf: [{ $ref: "#/components/schemas/Unions" }, { $ref: "#/components/schemas/A" }] },
};
const to = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });

test.each<[string, JsonObject | undefined, string[]]>([
  ["no schema", undefined, []],
  ["nothing required", { properties }, []],
  ["its own, sorted", { required: ["b", "a"], properties }, ["a", "b"]],
  ["not what is only sent", { required: ["a", "secret", "hidden"], properties }, ["a"]],
  ["not what nothing declares", { required: ["a", "gone"], properties }, ["a"]],
  ["not what is required deeper", { properties: { inner: to("A") } }, []],
  ["a component's", to("AB"), ["a", "b"]],
  ["all of the parts", to("Both"), ["a", "c"]],
  ["what one part declares and another requires", { allOf: [{ required: ["b"] }, { properties }] }, ["b"]],
  ["what one part only sends", { allOf: [{ required: ["secret"] }, { properties }] }, []],
  ["what alternatives have in common", { oneOf: [to("A"), to("AB")] }, ["a"]],
  ["that, and its own", { required: ["c"], properties, anyOf: [to("A"), to("AB")] }, ["a", "c"]],
  ["nothing in common", { oneOf: [to("A"), { required: ["b"], properties }] }, []],
  ["an alternative without any", { oneOf: [to("A"), {}] }, []],
  ["what is there unless it is null", { anyOf: [to("A"), { type: "null" }] }, ["a"]],
  ["of several types", { type: ["object", "null"], required: ["a"], properties }, ["a"]],
  ["no list", { required: true, properties }, []],
  ["a schema that holds itself", to("Round"), ["a", "b"]],
  ["a union that holds itself", to("Unions"), []],
])("%s", (_, schema, expected) => {
  expect(requiredKeys(documentWith({}, { schemas }), schema, "here")).toEqual(expected);
});

test("the table has them by status, for errors alone", async () => {
  const json = (schema: JsonObject): JsonObject => ({
    description: "",
    content: { "application/json": { schema }, "text/plain": {} },
  });
  const responses = {
    200: json(to("AB")),
    400: json({ type: "array", items: to("A") }),
    "4xx": json(to("A")),
    404: json({ anyOf: [to("AB"), { type: "null" }] }),
    default: json(to("Both")),
  };
  const get = { operationId: "list", responses };
  const document = documentWith({ "/a": { get, head: { ...get, operationId: "look" } } }, { schemas });
  const { files } = await generateFiles(document, "specs/a.yaml");
  const lines = files["operations.ts"].split("\n");
  expect(lines.find((line) => line.startsWith("    list: {"))).toContain(
    'errorKeys: { 404: ["a", "b"], "4XX": ["a"], default: ["a", "c"] }',
  );
  expect(lines.find((line) => line.startsWith("    look: {"))).not.toContain("errorKeys");
});
