import { describe, expect, test } from "vitest";
import type { JsonObject } from "@x/openapi";
import { collectOperations } from "./collect-operations.ts";
import type { OperationModel } from "./model.ts";
import { documentWith } from "../testing/document.ts";

function model(operation: JsonObject, schemas: JsonObject = {}): OperationModel {
  const paths = { "/a": { get: { responses: { "200": { description: "ok" } }, ...operation } } };
  const document = documentWith(paths, { schemas });
  return collectOperations(document, "specs/a.yaml").operations[0] as OperationModel;
}

test("unions that hold each other, many times over, come to an end", () => {
  const members = (name: string): JsonObject[] =>
    Array.from({ length: 30 }, () => ({ $ref: `#/components/schemas/${name}` }));
  const schemas: JsonObject = { A: { anyOf: members("B") }, B: { oneOf: [...members("A"), { type: "string" }] } };
  const schema = { $ref: "#/components/schemas/A" };
  const { parameters, responses } = model(
    {
      parameters: [{ name: "p", in: "query", schema }],
      responses: { "200": { content: { "text/json": {}, "application/json": { schema } } } },
    },
    schemas,
  );
  expect(parameters[0]?.definition).toEqual({ type: "any" });
  expect(responses[0]?.kind).toBe("json");
});

describe("a parameter", () => {
  const list = { type: "array", items: { type: "string" } };

  test.each([
    ["of a nullable type", { schema: { anyOf: [{ type: "integer" }, { type: "null" }] } }, { type: "integer" }],
    ["of a list or null", { schema: { oneOf: [list, { type: "null" }] } }, { type: "array" }],
    ["of null alone", { schema: { type: "null" } }, { type: "any" }],
    ["of several types", { schema: { oneOf: [{ type: "string" }, list] } }, { type: "any" }],
    [
      "of several types in one text",
      { schema: { oneOf: [{ type: "string" }, list] }, explode: false },
      { type: "any", explode: false },
    ],
    ["of a list in one text", { schema: list, explode: false }, { type: "array", items: "string", explode: false }],
    ["of a text", { schema: { type: "string" }, explode: false }, { type: "string" }],
    [
      "with reserved characters",
      { schema: { type: "string" }, allowReserved: true },
      { type: "string", allowReserved: true },
    ],
    [
      "with reserved characters in a header",
      { in: "header", schema: { type: "string" }, allowReserved: true },
      { type: "string" },
    ],
  ])("%s is what the client can send", (_, parameter, definition) => {
    const { parameters } = model({ parameters: [{ name: "p", in: "query", ...parameter }] });
    expect(parameters[0]?.definition).toEqual(definition);
  });
});

describe("a response", () => {
  const json = (schema: JsonObject): JsonObject => ({ content: { "application/json": { schema } } });
  const nullable = { type: ["object", "null"] };

  test.each([
    [{ type: "object" }, "object"],
    [nullable, "json"],
    [{ type: "object", nullable: true }, "json"],
    [{ $ref: "#/components/schemas/Nullable" }, "json"],
    [{ allOf: [{ $ref: "#/components/schemas/Nullable" }] }, "json"],
    [{ allOf: [{ $ref: "#/components/schemas/Nullable" }, { type: "object" }] }, "object"],
    [{ anyOf: [{ type: "object" }, { type: "null" }] }, "json"],
    [{ oneOf: [{ type: "object" }, { type: "object" }] }, "object"],
  ])("of %j is read as %s", (schema, kind) => {
    const { responses } = model({ responses: { "200": json(schema) } }, { Nullable: nullable });
    expect(responses[0]?.kind).toBe(kind);
  });

  test("that is binary is read as bytes, unless it is an error's", () => {
    const binary = { content: { "application/pdf": {} } };
    const kinds = (responses: JsonObject): string[] => model({ responses }).responses.map(({ kind }) => kind);
    expect(kinds({ "200": binary, "404": binary, default: binary })).toEqual(["binary", "none", "none"]);
    expect(kinds({ default: binary })).toEqual(["binary"]);
  });
});
