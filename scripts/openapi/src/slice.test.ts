import { expect, test } from "vitest";
import type { JsonObject } from "./json.ts";
import { parseOpenApi } from "./read/read-document.ts";
import { danglingOf, slice } from "./slice.ts";

const monolith = parseOpenApi(
  `openapi: 3.1.0
info: { title: Acme, version: 1.0.0 }
security: [{ key: [] }]
tags: [{ name: room }, { name: user }]
paths:
  /room:
    parameters: [{ $ref: '#/components/parameters/Trace' }]
    get:
      tags: [room]
      responses: { '200': { $ref: '#/components/responses/Room' } }
    post: { tags: [user], responses: {} }
  /rooms/{id}: { $ref: '#/components/pathItems/OneRoom' }
  /users: { get: { security: [{ other: [] }], responses: { '200': { $ref: '#/components/schemas/User' } } } }
webhooks: { joined: { post: { responses: { '200': { $ref: '#/components/responses/Room' } } } } }
components:
  pathItems:
    OneRoom: { delete: { responses: { 4XX: { $ref: '#/components/schemas/Error~1Body%20x' } } } }
  schemas:
    User: { type: object }
    Animal:
      oneOf: [{ $ref: '#/components/schemas/Cat' }]
      discriminator: { propertyName: kind, mapping: { cat: '#/components/schemas/Cat', dog: Dog } }
    Cat: { properties: { next: { $ref: '#/components/schemas/Animal' } } }
    Dog: { properties: { discriminator: { $ref: '#/components/schemas/Tail/properties/length' } } }
    Tail: { properties: { length: { type: integer } } }
    Error/Body x: { type: object }
  parameters: { Trace: { in: header, name: x-trace, schema: { type: string } } }
  responses: { Room: { description: OK, content: { a/b: { schema: { $ref: '#/components/schemas/Animal' } } } } }
  securitySchemes: { key: { type: http, scheme: bearer }, other: { type: http, scheme: basic } }
`,
  "monolith",
);

function sliceTo(prefix: string): JsonObject {
  return slice(monolith, (_, path) => path.startsWith(prefix));
}

function componentsOf(document: JsonObject): string[] {
  const kinds = Object.entries((document["components"] ?? {}) as JsonObject);
  return kinds.flatMap(([kind, names]) => Object.keys(names as JsonObject).map((name) => `${kind}/${name}`));
}

test("keeps what an operation reaches: through circles, mappings, pointers into components and security", () => {
  const sliced = slice(monolith, (method, path) => path === "/room" && method === "get");
  expect(Object.keys(sliced)).toEqual(["openapi", "info", "security", "tags", "paths", "components"]);
  expect(sliced["tags"]).toEqual([{ name: "room" }]);
  expect(Object.keys((sliced["paths"] as JsonObject)["/room"] as JsonObject)).toEqual(["parameters", "get"]);
  expect(componentsOf(sliced)).toEqual([
    "schemas/Animal",
    "schemas/Cat",
    "schemas/Dog",
    "schemas/Tail",
    "parameters/Trace",
    "responses/Room",
    "securitySchemes/key",
  ]);
});

test("a path behind a reference is written out, escaped names are found", () => {
  const sliced = sliceTo("/rooms/");
  expect(sliced["paths"]).toMatchObject({ "/rooms/{id}": { delete: { responses: {} } } });
  expect(componentsOf(sliced)).toEqual(["schemas/Error/Body x", "securitySchemes/key"]);
});

test("leaves the whole document unchanged, and out what nothing is left of", () => {
  expect(componentsOf(sliceTo("/users"))).toEqual(["schemas/User", "securitySchemes/key", "securitySchemes/other"]);
  expect(sliceTo("/users")).not.toHaveProperty("tags");
  expect(sliceTo("/none")["paths"]).toEqual({});
  expect(monolith["webhooks"]).toBeDefined();
});

test("keeps what an extension names: other tools may take it for a reference", () => {
  const schemas = { A: { "x-anyOf": [{ deep: { $ref: "#/components/schemas/B" } }] }, B: { type: "object" }, C: {} };
  const responses = { "200": { $ref: "#/components/responses/R" } };
  const get = { responses, "x-note": { $ref: "#/components/schemas/A" }, example: { $ref: "#/components/schemas/C" } };
  const document: JsonObject = {
    openapi: "3.1.0",
    paths: { "/a": { get } },
    components: { schemas, responses: { R: { description: "", "x-lost": { $ref: "#/components/schemas/Lost" } } } },
  };
  expect(componentsOf(slice(document, () => true))).toEqual(["schemas/A", "schemas/B", "responses/R"]);
  expect(danglingOf(document).size).toBe(0);
});

test("webhooks go, by either name, with what they alone use", () => {
  const hooks = { joined: { post: { requestBody: { $ref: "#/components/requestBodies/Joined" } } } };
  const components = { requestBodies: { Joined: { content: {} } } };
  const paths = { "/a": { get: { responses: {} } } };
  const document: JsonObject = { openapi: "3.1.0", paths, webhooks: hooks, "x-webhooks": hooks, components };
  expect(slice(document, () => true)).toEqual({ openapi: "3.1.0", paths });
});

test("reports each reference that points at nothing, by where it stands", () => {
  const broken = parseOpenApi(
    `openapi: 3.0.0
paths:
  /a:
    get:
      security: [{ lost: [] }]
      responses: { '200': { $ref: '#/components/responses/Lost' }, '404': { $ref: 'common.yml#/Error' } }
components:
  schemas:
    A: { properties: { b: { $ref: '#/components/schemas/%' }, $ref: { type: string } } }
    B: { discriminator: { mapping: { c: C } } }
`,
    "broken",
  );
  expect(danglingOf(monolith).size).toBe(0);
  expect(Object.fromEntries(danglingOf(broken))).toEqual({
    "/paths/~1a/get/security/0": "#/components/securitySchemes/lost",
    "/paths/~1a/get/responses/200/$ref": "#/components/responses/Lost",
    "/paths/~1a/get/responses/404/$ref": "common.yml#/Error",
    "/components/schemas/A/properties/b/$ref": "#/components/schemas/%",
    "/components/schemas/B/discriminator/mapping/c": "#/components/schemas/C",
  });
});
