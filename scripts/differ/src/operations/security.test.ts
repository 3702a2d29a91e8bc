import { describe, expect, test } from "vitest";
import type { Json, JsonObject } from "@x/openapi";
import { found, small } from "../testing/small.ts";

const schemes: JsonObject = {
  bearer: { type: "http", scheme: "bearer" },
  key: { type: "apiKey", in: "header", name: "X-Key" },
  oauth: { type: "oauth2", flows: { clientCredentials: { tokenUrl: "https://a.example.com", scopes: {} } } },
};

function asking(security: Json, securitySchemes: JsonObject = schemes): JsonObject {
  return small({ document: { security, components: { securitySchemes } } });
}

const bearer = { bearer: [] };
const key = { key: [] };

describe("what a caller must show", () => {
  test.each<[name: string, old: Json, next: Json, expected: string[]]>([
    ["nothing, then a key", [], [bearer], ["security-added breaking major"]],
    ["a key, then nothing", [bearer], [], ["security-dropped compatible patch"]],
    ["a key, then a key if one likes", [bearer], [bearer, {}], ["security-dropped compatible patch"]],
    ["another key", [bearer], [key], ["security-scheme-changed breaking major"]],
    ["one more way in", [bearer], [bearer, key], ["security-alternative-added compatible minor"]],
    ["one way in less", [bearer, key], [bearer], ["security-scheme-changed breaking major"]],
    ["both at once", [bearer], [{ ...bearer, ...key }], ["security-scheme-changed breaking major"]],
    ["one of the two", [{ ...bearer, ...key }], [bearer], ["security-loosened compatible patch"]],
    ["another one first", [bearer, key], [key, bearer], ["security-order-changed compatible major"]],
    ["one scope more", [{ oauth: ["read"] }], [{ oauth: ["read", "write"] }], ["security-scope-added breaking patch"]],
    [
      "one scope less",
      [{ oauth: ["read", "write"] }],
      [{ oauth: ["read"] }],
      ["security-scope-removed compatible patch"],
    ],
    ["the same", [bearer], [bearer], []],
  ])("%s", (_name, old, next, expected) => {
    expect(found(asking(old), asking(next))).toEqual(expected);
  });

  test("an operation's own list counts, empty ones too", () => {
    const own = small({
      operation: { security: [] },
      document: { security: [bearer], components: { securitySchemes: schemes } },
    });
    expect(found(asking([bearer]), own)).toEqual(["security-dropped compatible patch"]);
  });
});

describe("schemes", () => {
  test("another name for the same scheme changes nothing for anybody", () => {
    const { bearer: same, ...others } = schemes;
    expect(found(asking([bearer]), asking([{ token: [] }], { ...others, token: same ?? null }))).toEqual([
      "security-scheme-renamed compatible patch",
    ]);
  });

  test("other flows, another description, one that nothing uses", () => {
    const changed = (name: string, more: JsonObject): JsonObject => ({
      ...schemes,
      [name]: { ...(schemes[name] as JsonObject), ...more },
    });
    expect(found(asking([{ oauth: [] }]), asking([{ oauth: [] }], changed("oauth", { flows: {} })))).toEqual([
      "security-details-changed risky patch",
    ]);
    expect(found(asking([bearer]), asking([bearer], changed("bearer", { description: "Ours." })))).toEqual([
      "documentation-changed compatible patch",
    ]);
    expect(found(asking([bearer]), asking([bearer], changed("key", { name: "X-Other" })))).toEqual([
      "unused-security-scheme-changed compatible patch",
    ]);
  });
});

describe("servers", () => {
  const on = (...urls: string[]): JsonObject => small({ document: { servers: urls.map((url) => ({ url })) } });
  const first = "https://a.example.com";
  const second = "https://b.example.com";

  test("the first is the one that counts", () => {
    expect(found(on(first, second), on(second, first))).toEqual(["server-order-changed compatible major"]);
    expect(found(on(first, second), on(first))).toEqual(["server-removed breaking patch"]);
  });

  test("a list nearer to the operation stands before that of the document", () => {
    const own = small({ operation: { servers: [{ url: second }] }, document: { servers: [{ url: first }] } });
    expect(found(on(first), own)).toEqual(["server-changed breaking major"]);
  });
});
