import { describe, expect, test } from "vitest";
import type { Json, JsonObject } from "@x/openapi";
import { readDocument } from "../generate-files.ts";
import { renderOperations } from "../render/render-operations.ts";
import { documentWith } from "../testing/document.ts";

function operation(more: JsonObject): JsonObject {
  return { responses: { "204": { description: "" } }, ...more };
}
function generate(paths: JsonObject, more: JsonObject = {}): string {
  return renderOperations(readDocument({ ...documentWith(paths), ...more }, "specs/a.yaml"), [], "specs/a.yaml");
}

describe("what goes with a key", () => {
  const components = {
    securitySchemes: {
      one: { type: "http", scheme: "bearer" },
      basic: { type: "http", scheme: "Basic" },
      key: { type: "apiKey", in: "header", name: "X-Key" },
      query: { type: "apiKey", in: "query", name: "key" },
      cookie: { type: "apiKey", in: "cookie", name: "sid" },
      token: { type: "oauth2", flows: {} },
      open: { type: "openIdConnect", openIdConnectUrl: "https://a.test" },
      digest: { type: "http", scheme: "digest" },
    },
  };
  /** What the table says of security, of an operation that has it. */
  const said = (security: Json, more: JsonObject = {}): string[] => {
    const text = generate({ "/a": { get: operation({ security }) } }, { components, ...more });
    return text
      .split("\n")
      .filter((line) => /setUp|schemes|primary|options:/.test(line))
      .concat(/security: .*?(?= })/.exec(text)?.[0] ?? [])
      .map((line) => line.trim());
  };

  test.each(["one", "token", "open"])("one bearer token is said in a word: %s", (name) => {
    expect(said([{ [name]: [] }])).toEqual(['security: "bearer"']);
  });

  test("a document that asks for nothing leaves authorization to the caller", () => {
    expect(said([])).toEqual(["setUp: schemeCredentials,", "security: []"]);
    expect(said([{}])).toEqual(["setUp: schemeCredentials,", "security: []"]);
  });

  test("other schemes are in the table, with the one that apiKey serves", () => {
    expect(said([{ basic: [] }])).toEqual([
      "setUp: schemeCredentials,",
      'options: { credentials: "" },',
      'schemes: { basic: "basic" },',
      'security: [["basic"]]',
    ]);
    expect(said([{ key: [] }])).toEqual([
      "setUp: schemeCredentials,",
      'schemes: { key: { in: "header", name: "x-key" } },',
      'primary: "key",',
      'security: [["key"]]',
    ]);
    const [, , schemes, primary, security] = said([{ digest: [] }, { query: [], cookie: [] }, {}, { one: [] }]);
    expect(schemes).toBe(
      'schemes: { cookie: { in: "cookie", name: "sid" }, one: "bearer", query: { in: "query", name: "key" } },',
    );
    expect([primary, security]).toEqual(['primary: "cookie",', 'security: [["cookie", "query"], [], ["one"]]']);
  });

  test("apiKey serves the first of the root that a string can serve, else the one that most operations name", () => {
    const primary = (more: JsonObject, paths: JsonObject): string | undefined =>
      /primary: "(\w+)"/.exec(generate(paths, { components, ...more }))?.[1];
    const two = {
      "/a": { get: operation({ security: [{ key: [] }] }) },
      "/b": { get: operation({ security: [{ one: [] }] }) },
    };
    expect(primary({ security: [{ basic: [] }, { one: [] }] }, two)).toBe("one");
    expect(primary({}, two)).toBe("key");
    expect(primary({}, { ...two, "/c": { get: operation({ security: [{ one: [] }] }) } })).toBe("one");
  });

  test("a header parameter that a credential goes in is asked for by no input", () => {
    const parameters: Json = [{ name: "X-KEY", in: "header", required: true, schema: { type: "string" } }];
    expect(
      generate({ "/a": { get: operation({ parameters, security: [{ key: [] }] }) } }, { components }),
    ).not.toContain("X-KEY");
  });
});
