import { assert, property, shuffledSubarray } from "fast-check";
import { expect, test } from "vitest";
import { type JsonObject, canonicalYaml } from "@x/openapi";
import { mergeOver } from "./additive.ts";
import { merge } from "./merge.ts";

function operation(...schemas: string[]): JsonObject {
  const content = schemas.map((name) => [`x/${name}`, { schema: { $ref: `#/components/schemas/${name}` } }]);
  return { responses: { 200: { description: "OK", content: Object.fromEntries(content) } } };
}

function page(path: string, method: string, schemas: JsonObject, more: JsonObject = {}): JsonObject {
  const paths = { [path]: { [method]: operation(...Object.keys(schemas)), ...more } };
  return { openapi: "3.0.0", info: { title: "Acme" }, paths, components: { schemas } };
}

function over(present: JsonObject, ...pages: JsonObject[]): JsonObject {
  const parts = pages.map((document, index) => ({ source: `page-${index}`, document }));
  return mergeOver({ source: "specs/acme.yaml", document: present }, parts);
}

function at(document: JsonObject, ...keys: string[]): unknown {
  return keys.reduce<unknown>((value, key) => (value as JsonObject)[key], document);
}

test("an operation that no page mentions stays, with what it uses", () => {
  const present = merge([
    { source: "a", document: page("/a", "get", { A: { type: "string" }, Shared: { type: "string" } }) },
    { source: "b", document: page("/b", "get", { B: { type: "string" }, Shared: { type: "string" } }) },
  ]);
  const result = over(present, page("/b", "get", { Shared: { type: "integer" }, C: {} }));
  expect(Object.keys(at(result, "paths") as JsonObject)).toEqual(["/a", "/b"]);
  // What the newest page says of a shared schema holds; what only the old version of /b used is gone.
  expect(at(result, "components", "schemas")).toEqual({
    A: { type: "string" },
    Shared: { type: "integer" },
    C: {},
  });
});

test("the result does not depend on what was pulled when", () => {
  const pages = ["/d", "/a", "/c", "/b"].map((path, index) =>
    page(path, index === 2 ? "post" : "get", {
      [`Own${index}`]: {},
      Both: { type: "object" },
      [`Z${index % 2}`]: {},
    }),
  );
  const together = canonicalYaml(merge(pages.map((document, index) => ({ source: `${index}`, document }))));
  assert(
    property(shuffledSubarray(pages, { minLength: 4 }), ([first, ...rest]) => {
      const stepwise = rest.reduce((present, each) => over(present, each), first as JsonObject);
      expect(canonicalYaml(stepwise)).toBe(together);
    }),
    { seed: 4, numRuns: 24 },
  );
});

test("what no operation reaches stays; so do members of the root that the pages lack", () => {
  const present = { ...page("/a", "get", { A: {} }), "x-origin": "b", tags: [{ name: "old" }] };
  (at(present, "components", "schemas") as JsonObject)["Unused"] = { $ref: "#/components/schemas/Deep" };
  (at(present, "components", "schemas") as JsonObject)["Deep"] = {};
  const result = over(present, { ...page("/b", "get", { B: {} }), tags: [{ name: "new" }] });
  expect(Object.keys(at(result, "components", "schemas") as JsonObject).toSorted()).toEqual([
    "A",
    "B",
    "Deep",
    "Unused",
  ]);
  expect(result["x-origin"]).toBe("b");
  expect(result["tags"]).toEqual([{ name: "old" }, { name: "new" }]);
});

test("an operation that stays takes changed parameters of its path into itself", () => {
  const id = { name: "id", in: "path", required: true };
  const trace = { name: "trace", in: "query" };
  const present = page(
    "/a",
    "get",
    { A: {} },
    { parameters: [id, trace], post: { ...operation("A"), parameters: [trace] } },
  );
  const result = over(present, page("/a", "get", { A: {} }, { parameters: [id] }));
  expect(at(result, "paths", "/a", "parameters")).toEqual([id]);
  expect(at(result, "paths", "/a", "post", "parameters")).toEqual([id, trace]);
  expect(at(over(present, page("/a", "get", { A: {} })), "paths", "/a")).not.toHaveProperty("parameters");
  const same = over(present, page("/a", "get", { B: {} }, { parameters: [id, trace] }));
  expect(at(same, "paths", "/a", "post", "parameters")).toEqual([trace]);
});

test("refuses to change the security that an operation which stays relies on", () => {
  const present = { ...page("/a", "get", { A: {} }), security: [{ key: [] }] };
  const open = { ...page("/b", "get", { B: {} }), security: [] };
  expect(() => over(present, open)).toThrow("changes /security, which GET /a of specs/acme.yaml relies on");
  const own = page("/b", "get", { B: {} });
  (at(own, "paths", "/b", "get") as JsonObject)["security"] = [{ other: [] }];
  expect(over(present, { ...own, security: [] })["security"]).toEqual([{ key: [] }]);
});

test("refuses to mix versions of OpenAPI", () => {
  const newer = { ...page("/b", "get", { B: {} }), openapi: "3.1.0" };
  expect(() => over(page("/a", "get", { A: {} }), newer)).toThrow("they do not mix");
  expect(over(page("/a", "get", { A: {} }), { ...page("/a", "get", { A: {} }), openapi: "3.1.0" })["openapi"]).toBe(
    "3.1.0",
  );
});
