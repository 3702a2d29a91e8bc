import { expect, test } from "vitest";
import type { Json, JsonObject } from "@x/openapi";
import { generateFiles, type Generated } from "../generate-files.ts";
import { documentWith } from "../testing/document.ts";

/** A document with one operation that is sound, beside whatever else it has. */
function make(paths: object, more: { readonly [key: string]: Json } = {}): Promise<Generated> {
  const sound = { get: { operationId: "sound", responses: { 200: response({ $ref: "#/components/schemas/Room" }) } } };
  const { components, ...rest } = more;
  const schemas = { Room: { type: "object", properties: { id: { type: "string" } } }, ...(components as object) };
  const document = { ...documentWith({ "/sound": sound, ...paths }, { schemas }), ...rest } as JsonObject;
  return generateFiles(document, "specs/acme.yaml");
}

function response(schema: object): object {
  return { description: "", content: { "application/json": { schema } } };
}

function reasons({ skipped }: Generated): string[] {
  return skipped.map(({ operation, why, pointer }) => `${operation}: ${why} (#${pointer})`);
}

test.each([
  ["#/components/schemas/Gone", "points at nothing"],
  ["./other.yaml#/A", "leaves the document"],
  ["http://127.0.0.1:9/a.yaml", "leaves the document"],
  ["file:///etc/passwd", "leaves the document"],
  ["#/components/schemas/Bad/properties/other", "refers to itself"],
])("a reference to %s leaves out the operations that reach it, and nothing else", async (reference, why) => {
  const components = {
    Bad: { type: "object", properties: { other: { $ref: reference } } },
    Above: { type: "array", items: { $ref: "#/components/schemas/Bad" } },
  };
  const get = { responses: { 200: response({ $ref: "#/components/schemas/Above" }) } };
  const generated = await make(
    { "/a": { get }, "/b": { parameters: [{ $ref: reference }], post: get } },
    { components },
  );
  expect(reasons(generated)).toEqual([
    `GET /a: the reference "${reference}" ${why} (#/components/schemas/Bad/properties/other/$ref)`,
    expect.stringContaining(`POST /b: the reference "${reference}" ${why} (#`),
  ]);
  expect(generated.operations.map(({ name }) => name)).toEqual(["sound"]);
  const text = Object.values(generated.files).join("");
  expect(text).toContain("export type Room = {");
  expect(text).not.toMatch(/Above|Bad/);
});

test("a reference where OpenAPI knows none leaves out its operation", async () => {
  const content = { "application/json": { $ref: "#/components/x/a" } };
  const generated = await make({ "/a": { get: { responses: { "200": { description: "", content } } } } });
  expect(reasons(generated)).toEqual([
    "GET /a: no media type can be a reference (#/paths/~1a/get/responses/200/content/application~1json/$ref)",
  ]);
});

test("a mapping that leads nowhere is left out alone, with a note", async () => {
  const discriminator = { propertyName: "kind", mapping: { room: "Room", gone: "#/components/schemas/Gone" } };
  const components = { Union: { oneOf: [{ $ref: "#/components/schemas/Room" }], discriminator } };
  const generated = await make({}, { components });
  expect(generated.skipped).toEqual([]);
  expect(generated.notes).toEqual([
    '#/components/schemas/Union/discriminator/mapping/gone is left out: "#/components/schemas/Gone" leads to no schema.',
  ]);
});

test("operations and path items behind references are followed, in an extension too", async () => {
  const get = { operationId: "far", responses: { 204: { description: "" } } };
  const more = { "x-ops": { a: get }, "x-items": { b: { post: { ...get, operationId: "further" } } } };
  const paths = {
    "/a": { get: { $ref: "#/x-ops/a" } },
    "/b": { $ref: "#/x-items/b" },
    "/c": { get: { $ref: "#/x-ops/no" } },
  };
  const generated = await make(paths, more);
  expect(generated.operations.map(({ name }) => name)).toEqual(["far", "further", "sound"]);
  expect(reasons(generated)).toEqual(['GET /c: the reference "#/x-ops/no" points at nothing (#/paths/~1c/get)']);
  expect(generated.files["schema.ts"]).toContain('"/b"');
});

test("what OpenAPI 3.2 adds is left out by name; the rest is read as 3.1", async () => {
  const get = { operationId: "old", responses: { 204: { description: "" } } };
  const paths = { "/a": { get, query: get, additionalOperations: { COPY: get } } };
  const generated = await make(paths, { openapi: "3.2.0" });
  expect(generated.operations.map(({ name }) => name)).toEqual(["old", "sound"]);
  expect(reasons(generated)).toEqual([
    "COPY /a: additionalOperations, of OpenAPI 3.2, are not supported (#/paths/~1a/additionalOperations/COPY)",
    "QUERY /a: the method QUERY, of OpenAPI 3.2, is not supported (#/paths/~1a/query)",
  ]);
});

test("all reasons are told when nothing is left", async () => {
  const operation = { responses: { "6XX": { description: "" } } };
  const document = documentWith({ "/a": { get: operation, post: operation } });
  await expect(generateFiles(document, "specs/acme.yaml")).rejects.toThrow(
    /has no operation that can be made:\n {2}GET \/a: .*\(#\/paths\/~1a\/get\)\.\n {2}POST \/a: /,
  );
});
