import { type Json, type JsonObject } from "@x/openapi";
import { expect, test } from "vitest";
import { Spec } from "../spec/spec.ts";
import type { Contract } from "../suite/contract.ts";
import { exampleCases } from "./examples.ts";

/** The former document: one operation, with a fault of its own in the second parameter. */
function former(): JsonObject {
  return {
    openapi: "3.1.0",
    info: { title: "A", version: "1" },
    paths: {
      "/rooms/{id}": {
        get: {
          parameters: [
            { name: "id", in: "path", required: true, schema: { type: "string", example: "r1" } },
            { name: "size", in: "query", schema: { type: "integer", example: "known fault" } },
          ],
          responses: {
            "200": {
              description: "It",
              content: { "application/json": { schema: { $ref: "#/components/schemas/Room" } } },
            },
          },
        },
      },
    },
    components: {
      schemas: {
        Room: {
          type: "object",
          required: ["id"],
          properties: { id: { type: "string", example: "r1" }, size: { type: "integer" } },
          additionalProperties: false,
          example: { id: "r1", size: 1 },
        },
      },
    },
  };
}

/** What the layer says of a document after a change. */
function said(change: (get: JsonObject, room: JsonObject, document: JsonObject) => void): string {
  const document = former();
  const { paths, components } = document as {
    paths: { "/rooms/{id}": { get: JsonObject } };
    components: { schemas: { Room: JsonObject } };
  };
  change(paths["/rooms/{id}"].get, components.schemas.Room, document);
  const contract = { pinned: new Spec(former()), served: new Spec(document) } as unknown as Contract;
  try {
    for (const { run } of exampleCases(contract)) void run();
    return "";
  } catch (thrown) {
    return (thrown as Error).message;
  }
}

const faulty: JsonObject = { type: "integer", example: "many" };
const answer = (schema: Json): JsonObject => ({ description: "It", content: { "application/json": { schema } } });

test.each<[string, Parameters<typeof said>[0]]>([
  ["nothing", () => undefined],
  [
    "operations",
    (get, _, document) => {
      const paths = document["paths"] as JsonObject;
      (paths["/rooms/{id}"] as JsonObject)["put"] = {
        ...get,
        requestBody: { content: { "text/plain": { schema: faulty } } },
      };
      paths["/rooms"] = { get: { responses: { "200": answer(faulty) } } };
    },
  ],
  [
    "optional parameters, before the others",
    (get) => (get["parameters"] as Json[]).unshift({ name: "page", in: "query", schema: faulty }),
  ],
  ["responses", (get) => ((get["responses"] as JsonObject)["429"] = answer(faulty))],
  [
    "a media type and a header",
    (get) => {
      const responses = get["responses"] as { "200": { content: JsonObject; headers?: JsonObject } };
      responses["200"].content["text/csv"] = { schema: faulty };
      responses["200"].headers = { "X-Page": { schema: faulty } };
    },
  ],
  [
    "properties that responses have to have, though no example knows them",
    (_, room) => {
      Object.assign(room["properties"] as JsonObject, {
        page: faulty,
        inner: { required: ["nothing"], properties: {} },
      });
      (room["required"] as Json[]).push("page");
    },
  ],
  [
    "a property, in the example too",
    (_, room) => {
      (room["properties"] as JsonObject)["page"] = faulty;
      (room["example"] as JsonObject)["page"] = "many";
    },
  ],
  [
    "a component that nothing of the package's uses",
    (_, __, { components }) => {
      ((components as JsonObject)["schemas"] as JsonObject)["Other"] = {
        ...faulty,
        required: ["nothing"],
        properties: {},
      };
    },
  ],
])("a vendor that adds %s contradicts itself no more than before", (_, change) => {
  expect(said(change)).toBe("");
});

test.each<[string, RegExp, Parameters<typeof said>[0]]>([
  [
    "a type",
    /^#\/components\/schemas\/Room\/example: .*\n#\/components\/schemas\/Room\/properties\/id\/example: .*integer$/,
    (_, room) => ((room["properties"] as JsonObject)["id"] = { type: "integer", example: "r1" }),
  ],
  [
    "the type of a parameter that moved",
    /^#\/paths\/~1rooms~1\{id\}\/get\/parameters\/0\/schema\/example: .*boolean$/,
    (get) => {
      (get["parameters"] as JsonObject[])[0]!["schema"] = { type: "boolean", example: "r1" };
      (get["parameters"] as Json[]).unshift({ name: "page", in: "query", schema: faulty });
    },
  ],
  [
    "what is required of what there was",
    /^#\/components\/schemas\/Room\/example: .*owner/,
    (_, room) => (room["required"] as Json[]).push("owner"),
  ],
  [
    "the example",
    /^#\/components\/schemas\/Room\/example: .*size/,
    (_, room) => ((room["example"] as JsonObject)["size"] = "large"),
  ],
  [
    "where a schema is written",
    /^#\/components\/schemas\/Size\/example/,
    (_, room, { components }) => {
      ((components as JsonObject)["schemas"] as JsonObject)["Size"] = faulty;
      (room["properties"] as JsonObject)["size"] = { $ref: "#/components/schemas/Size" };
    },
  ],
])("a vendor that changes %s is told of its contradiction", (_, words, change) => {
  expect(said(change)).toMatch(words);
});
