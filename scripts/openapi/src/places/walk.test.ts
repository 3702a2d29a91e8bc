import { expect, test } from "vitest";
import type { JsonObject } from "../json.ts";
import { parseOpenApi } from "../read/read-document.ts";
import { mapSubschemas, roleAt, walk } from "./walk.ts";

const document = parseOpenApi(
  `openapi: 3.1.0
info: { title: Acme, version: 1.0.0, license: { name: MIT } }
servers: [{ url: https://a.example, variables: { region: { default: eu } }, $ref: '#/nowhere' }]
security: [{ key: [] }]
x-shared: { schema: { $ref: '#/nowhere' } }
paths:
  x-note: { get: {} }
  /a/{b}:
    parameters: [{ $ref: '#/components/parameters/B' }]
    post:
      requestBody:
        content:
          application/json:
            schema: { $ref: '#/components/schemas/A' }
            examples: { one: { $ref: '#/components/examples/One' }, two: { value: { $ref: '#/nowhere' } } }
            encoding: { a: { headers: { x-a: { schema: {} } } } }
      responses:
        x-note: { content: {} }
        '200': { description: OK, headers: { x-rate: { schema: { type: integer } } }, links: { next: { server: { url: / } } } }
      callbacks: { done: { '{$request.body#/url}': { post: { responses: {} } } } }
webhooks: { x-named: { get: { responses: {} } } }
components:
  examples: { One: { value: 1 } }
  parameters: { B: { name: b, in: path, schema: { type: string }, example: { $ref: '#/nowhere' } } }
  schemas:
    A:
      properties:
        $ref: { type: string }
        schema: { enum: [{ $ref: '#/nowhere' }], default: { $ref: '#/nowhere' }, const: { $ref: '#/nowhere' } }
        x-b: { $ref: '#/components/schemas/A', description: beside, properties: { c: true } }
        __proto__: { type: 'null' }
      example: { properties: { d: { $ref: '#/nowhere' } } }
      if: { not: { prefixItems: [{}] } }
      $defs: { E: { items: [{ type: string }, false] } }
      discriminator: { propertyName: schema, mapping: { a: A } }
`,
  "spec.yaml",
);

const places = [...walk(document)];

test("names each place by its role, outer ones first", () => {
  const of = (prefix: string) =>
    places
      .filter(({ pointer }) => pointer.startsWith(prefix))
      .map(({ role, pointer }) => `${role} ${pointer.slice(prefix.length)}`);
  expect(of("/paths/~1a~1{b}/post")).toEqual([
    "operation ",
    "request body /requestBody",
    "media type /requestBody/content/application~1json",
    "schema /requestBody/content/application~1json/schema",
    "example /requestBody/content/application~1json/examples/one",
    "example /requestBody/content/application~1json/examples/two",
    "encoding /requestBody/content/application~1json/encoding/a",
    "header /requestBody/content/application~1json/encoding/a/headers/x-a",
    "schema /requestBody/content/application~1json/encoding/a/headers/x-a/schema",
    "responses /responses",
    "response /responses/200",
    "header /responses/200/headers/x-rate",
    "schema /responses/200/headers/x-rate/schema",
    "link /responses/200/links/next",
    "server /responses/200/links/next/server",
    "callback /callbacks/done",
    "path item /callbacks/done/{$request.body#~1url}",
    "operation /callbacks/done/{$request.body#~1url}/post",
    "responses /callbacks/done/{$request.body#~1url}/post/responses",
  ]);
  expect(of("/components/schemas/A")).toEqual([
    "schema ",
    "schema /properties/$ref",
    "schema /properties/schema",
    "schema /properties/x-b",
    "schema /properties/x-b/properties/c",
    "schema /properties/__proto__",
    "schema /if",
    "schema /if/not",
    "schema /if/not/prefixItems/0",
    "schema /$defs/E",
    "schema /$defs/E/items/0",
    "schema /$defs/E/items/1",
    "discriminator /discriminator",
  ]);
  expect(places.filter(({ role }) => role === "path item").map(({ pointer }) => pointer)).toEqual([
    "/paths/~1a~1{b}",
    "/paths/~1a~1{b}/post/callbacks/done/{$request.body#~1url}",
    "/webhooks/x-named",
  ]);
});

test("hands out references, and takes no data for one", () => {
  expect(places.flatMap(({ reference }) => reference ?? [])).toEqual([
    "#/components/parameters/B",
    "#/components/schemas/A",
    "#/components/examples/One",
    "#/components/schemas/A",
  ]);
});

test("the way to a place says its role", () => {
  expect(places.filter(({ role, pointer }) => roleAt(pointer) !== role)).toEqual([]);
  for (const pointer of ["/webhooks", "/paths/x-note", "/x-shared/schema", "/components/schemas", "/info/title/a"])
    expect(roleAt(pointer)).toBeUndefined();
});

test("goes on to what is referred to, once, if asked", () => {
  const from = [{ pointer: "/paths/~1a~1{b}/post/requestBody" }];
  const followed = [...walk(document, { from, follow: true })].map(({ pointer }) => pointer);
  expect(followed.filter((pointer) => pointer === "/components/schemas/A")).toHaveLength(1);
  expect(followed).toContain("/components/examples/One");
  expect(followed).not.toContain("/components/parameters/B");
});

test("passes over what is to be skipped, with all that is in it", () => {
  const left = [...walk(document, { skip: ({ role }) => role === "paths" || role === "components" })];
  expect(left.map(({ role }) => role)).toEqual([
    "document",
    "info",
    "license",
    "server",
    "server variable",
    "security requirement",
    "path item",
    "operation",
    "responses",
  ]);
});

test("what is not of the form of its role is handed out and not looked into", () => {
  const broken: JsonObject = {
    paths: { "/a": null, "/b": { parameters: { schema: {} }, get: { parameters: [null], responses: [] } } },
    components: { schemas: { A: { properties: [{}], allOf: {}, not: "text" } } },
  };
  expect([...walk(broken)].map(({ pointer }) => pointer)).toEqual([
    "",
    "/paths",
    "/paths/~1a",
    "/paths/~1b",
    "/paths/~1b/get",
    "/paths/~1b/get/parameters/0",
    "/paths/~1b/get/responses",
    "/components",
    "/components/schemas/A",
    "/components/schemas/A/not",
  ]);
});

test("a schema with other schemas inside", () => {
  const schema = { items: { a: 1 }, allOf: [true], properties: { items: { b: 1 } }, enum: [{ items: 1 }], title: "A" };
  expect(mapSubschemas(schema, () => "x")).toEqual({ ...schema, items: "x", allOf: ["x"], properties: { items: "x" } });
});
