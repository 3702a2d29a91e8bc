import { assert, property, shuffledSubarray } from "fast-check";
import { expect, test } from "vitest";
import { type JsonObject, canonicalYaml } from "@x/openapi";
import { merge } from "./merge.ts";

const ok: JsonObject = { responses: { 200: { description: "OK" } } };
const guarded: JsonObject = { ...ok, security: [{ key: [] }] };

function document(paths: JsonObject, more: JsonObject = {}): JsonObject {
  return { openapi: "3.0.0", info: { title: "Acme", version: "1" }, ...more, paths };
}

function mergeAll(...documents: JsonObject[]): JsonObject {
  return merge(documents.map((each, index) => ({ source: `page-${index}`, document: each })));
}

test("gives a single document back as it is", () => {
  const single = document({ "/z": { get: ok } }, { security: [] });
  expect(mergeAll(single)).toBe(single);
});

test("unites paths, methods of one path, components and tags, whatever the order of the pages", () => {
  const pages = [
    document(
      { "/rooms": { parameters: [{ name: "a", in: "query" }], get: ok } },
      {
        tags: [{ name: "room" }],
        components: { schemas: { Room: { type: "object" }, Id: { type: "string" } } },
      },
    ),
    document(
      { "/rooms": { parameters: [{ in: "query", name: "a" }], post: ok } },
      { tags: [{ name: "user" }, { name: "room" }], components: { schemas: { Id: { type: "string" } } } },
    ),
    document({ "/a": { delete: ok } }, { components: { responses: { Gone: { description: "" } } } }),
    document({ "/users": { get: ok } }),
  ];
  const expected = canonicalYaml(mergeAll(...pages));
  expect(expected).toMatchInlineSnapshot(`
    "openapi: 3.0.0
    info:
      title: Acme
      version: '1'
    components:
      responses:
        Gone:
          description: ''
      schemas:
        Room:
          type: object
        Id:
          type: string
    paths:
      /a:
        delete:
          responses:
            '200':
              description: OK
      /rooms:
        parameters:
          - name: a
            in: query
        get:
          responses:
            '200':
              description: OK
        post:
          responses:
            '200':
              description: OK
      /users:
        get:
          responses:
            '200':
              description: OK
    tags:
      - name: room
      - name: user
    "
  `);
  assert(
    property(shuffledSubarray(pages, { minLength: 4 }), (shuffled) => {
      expect(canonicalYaml(mergeAll(...shuffled))).toBe(expected);
    }),
    { seed: 4, numRuns: 24 },
  );
});

test.each<[pointer: string, left: JsonObject, right: JsonObject]>([
  [
    "/info/version",
    document({ "/a": {} }, { info: { version: "1" } }),
    document({ "/b": {} }, { info: { version: "2" } }),
  ],
  ["/openapi", document({ "/a": {} }), document({ "/b": {} }, { openapi: "3.1.0" })],
  [
    "/servers/0/url",
    document({ "/a": {} }, { servers: [{ url: "x" }] }),
    document({ "/b": {} }, { servers: [{ url: "y" }] }),
  ],
  [
    "/components/schemas/a~1b/properties/id",
    document({ "/a": {} }, { components: { schemas: { "a/b": { properties: { id: {} } } } } }),
    document({ "/b": {} }, { components: { schemas: { "a/b": { properties: {} } } } }),
  ],
  [
    "/tags/room/description",
    document({ "/a": {} }, { tags: [{ name: "room" }] }),
    document({ "/b": {} }, { tags: [{ name: "room", description: "x" }] }),
  ],
  ["/paths/~1a/get/security", document({ "/a": { get: ok } }), document({ "/a": { get: guarded } })],
  ["/paths/~1a/parameters", document({ "/a": { get: ok } }), document({ "/a": { post: ok, parameters: [] } })],
  ["/paths/~1a/servers", document({ "/a": { get: ok, servers: [] } }), document({ "/a": { post: ok } })],
  ["/paths/~1a/summary", document({ "/a": { get: ok, summary: "x" } }), document({ "/a": { post: ok, summary: "y" } })],
])("names both pages and %s of a conflict", (pointer, left, right) => {
  for (const pages of [
    [left, right],
    [right, left],
  ])
    expect(() => mergeAll(...pages)).toThrow(
      new RegExp(`^page-[01] and page-[01] contradict each other at ${pointer}\\. `),
    );
});

test("a root without security counts as unset where the operations carry their own", () => {
  const bearer = [{ bearer: [] }];
  const own = document({ "/a": { get: guarded } }, { security: [] });
  const none = document({ "/c": { get: guarded } });
  expect(mergeAll(own, document({ "/b": { get: ok } }, { security: bearer }), none)["security"]).toEqual(bearer);
  expect(mergeAll(document({ "/0": { get: ok } }, { security: bearer }), own)["security"]).toEqual(bearer);
  expect(mergeAll(own, none)["security"]).toEqual([]);
  expect(mergeAll(none, document({ "/b": { get: ok } }))).not.toHaveProperty("security");
});

test.each<[string, JsonObject]>([
  ["none", document({ "/a": { get: ok } })],
  ["[]", document({ "/a": { get: ok } }, { security: [] })],
  ["another", document({ "/a": { get: guarded } }, { security: [{ other: [] }] })],
])("a root security of %s is a conflict with another that operations rely on", (_, left) => {
  const right = document({ "/b": { get: ok } }, { security: [{ bearer: [] }] });
  expect(() => mergeAll(left, right)).toThrow("page-0 and page-1 contradict each other at /security.");
});

test("keys of JavaScript's own are keys like others", () => {
  const schemas = JSON.parse('{"__proto__": {"type": "string"}, "constructor": {"type": "object"}, "10": {}, "9": {}}');
  const merged = mergeAll(
    document({ "/a": { get: ok } }, { components: { schemas } }),
    document({ "/b": { get: ok } }),
  );
  expect(Object.keys((merged["components"] as JsonObject)["schemas"] as JsonObject)).toEqual([
    "9",
    "10",
    "__proto__",
    "constructor",
  ]);
});
