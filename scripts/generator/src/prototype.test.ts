import { expect, test } from "vitest";
import { parseYaml, type JsonObject } from "@x/openapi";
import { generateFiles } from "./generate-files.ts";

/** A document in which a name stands wherever a vendor chooses one. */
function textWith(name: string): string {
  const key = JSON.stringify(name);
  return `{
  "openapi": "3.1.0", "info": { "title": "a", "version": "1" }, "x-${name}": 1, "tags": [{ "name": ${key} }],
  "servers": [{ "url": "https://{${name}}.test", "variables": { ${key}: { "default": "a" } } }],
  "security": [{ ${key}: [] }],
  "paths": { "/a/{${name}}": { "x-${name}": {}, "post": {
    "operationId": "send", "tags": [${key}],
    "parameters": [
      { "name": ${key}, "in": "path", "required": true, "schema": { "type": "string" } },
      { "name": ${key}, "in": "query", "schema": { "type": "array", "items": { "type": "string" } } },
      { "name": ${key}, "in": "header", "required": true, "schema": { "$ref": "#/components/schemas/${name}" } }
    ],
    "requestBody": { "content": { "multipart/form-data": {
      "encoding": { ${key}: { "contentType": "text/plain" } },
      "schema": { "type": "object", "required": [${key}], "properties": { ${key}: { "type": "string" } } } } } },
    "responses": {
      "200": { "description": "", "headers": { ${key}: { "schema": {} } },
        "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Union" } } } },
      "404": { "$ref": "#/components/responses/${name}" } } } } },
  "webhooks": { ${key}: { "post": { "requestBody": { "content": { "application/json": { "schema": { "type": "object" } } } } } } },
  "components": {
    "responses": { ${key}: { "description": "" } },
    "securitySchemes": { ${key}: { "type": "http", "scheme": "bearer" } },
    "schemas": {
      ${key}: { "type": "string", "enum": [${key}], "default": ${key}, "example": { ${key}: 1 } },
      "Union": { "oneOf": [{ "$ref": "#/components/schemas/Part" }], "discriminator": { "propertyName": ${key}, "mapping": { ${key}: "#/components/schemas/Part" } } },
      "Part": { "type": "object", "required": [${key}], "properties": { ${key}: { "type": "string", "readOnly": true } } } } } }`;
}

async function generated(text: string): Promise<string> {
  const { files } = await generateFiles(parseYaml(text, "specs/a.yaml") as JsonObject, "specs/a.yaml");
  return Object.values(files).join("\n");
}

test.each(["constructor", "prototype", "toString", "proto"])("%s is a name like any other", async (name) => {
  // A name that sorts next to it, and that means nothing.
  const other = `${name}q`;
  const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
  const expected = (await generated(textWith(other))).replaceAll(other, name).replaceAll(capital(other), capital(name));
  // Only that the compiler is told to take its definition as it is.
  expect((await generated(textWith(name))).replaceAll(" as const", "")).toBe(expected);
});

test.each(["__proto__", "valueOf", "hasOwnProperty", "__lookupGetter__"])(
  "%s is refused by name where it concerns all operations, else with the operations that reach it",
  async (name) => {
    const whole = await generated(textWith(name)).catch((thrown: Error) => thrown.message);
    for (const place of ["/security/0", "/servers/0/variables"])
      expect(whole).toContain(`specs/a.yaml#${place}/${name}: no key can be called ${name}.`);
    const { servers: _, security: __, ...rest } = JSON.parse(textWith(name)) as JsonObject;
    const sound = { get: { operationId: "sound", responses: { 204: { description: "" } } } };
    const paths = { ...(rest["paths"] as JsonObject), "/sound": sound };
    const document = { ...rest, paths, servers: [{ url: "https://a.test" }] } as unknown as JsonObject;
    const { operations, skipped, files } = await generateFiles(document, "specs/a.yaml");
    expect(operations.map((operation) => operation.name)).toEqual(["sound"]);
    expect(skipped.map(({ operation, why }) => [operation, why])).toEqual([
      [`POST /a/{${name}}`, `no key can be called ${name}`],
    ]);
    expect(Object.values(files).join()).not.toContain(name);
  },
);

test("a parameter that is called __proto__ by its name alone is refused as well", async () => {
  for (const [path, place] of [
    ["/a", "query"],
    ["/a", "header"],
    ["/a/{__proto__}", "path"],
  ] as const) {
    const parameters = [{ name: "__proto__", in: place, required: true, schema: { type: "string" } }];
    const document = { paths: { [path]: { get: { parameters, responses: { 200: { description: "" } } } } } };
    const text = JSON.stringify({ openapi: "3.1.0", servers: [{ url: "https://a.test" }], ...document });
    await expect(generated(text)).rejects.toThrow(`GET ${path}: no parameter can be called "__proto__"`);
  }
  const bare = { "/a/{__proto__}": { get: { responses: { 200: { description: "" } } } } };
  const text = JSON.stringify({ openapi: "3.1.0", servers: [{ url: "https://a.test" }], paths: bare });
  await expect(generated(text)).rejects.toThrow('no parameter can be called "__proto__"');
});
