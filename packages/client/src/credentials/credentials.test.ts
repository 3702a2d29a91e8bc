import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { stubFetch, type SeenRequest } from "../../test/support/stub-fetch.ts";
import { createSynthetic, ENVIRONMENT, method, type AnyOptions } from "../../test/support/synthetic-api.ts";
import type { ApiDefinition } from "../definition/api-definition.ts";
import { schemeCredentials } from "./credentials.ts";

beforeEach(() => vi.stubEnv(ENVIRONMENT.apiKey, undefined));
afterEach(() => vi.unstubAllEnvs());

const operation = { method: "GET", path: "/a?b", responses: { 200: "object" } } as const;
const api: ApiDefinition = {
  baseUrl: "https://a.test",
  setUp: schemeCredentials,
  options: { credentials: "" },
  schemes: {
    bearer: "bearer",
    basic: "basic",
    header: { in: "header", name: "x-key" },
    word: { in: "header", name: "authorization" },
    query: { in: "query", name: "api key" },
    cookie: { in: "cookie", name: "session" },
  },
  primary: "bearer",
  operations: {
    bearer: { ...operation, security: [["bearer"]] },
    basic: { ...operation, security: [["basic"]] },
    header: { ...operation, security: [["header"]] },
    word: { ...operation, security: [["word"]] },
    query: { ...operation, path: "/a", security: [["query"]] },
    cookie: { ...operation, security: [["cookie"]] },
    both: { ...operation, security: [["header", "query"], ["basic"]] },
    optional: { ...operation, security: [[], ["bearer"]] },
    none: { ...operation, security: [] },
  },
};

/** What was sent for a call of an operation. */
async function sent(
  name: string,
  options: AnyOptions & { credentials?: unknown },
  call?: object,
): Promise<SeenRequest> {
  const { fetch, seen } = stubFetch(() => Response.json({}));
  await method(createSynthetic({ fetch, ...options } as AnyOptions, api), name)({}, call);
  return seen[0] as SeenRequest;
}

test.each([
  ["bearer", "k", "authorization", "Bearer k"],
  ["basic", { username: "ü", password: "p:w" }, "authorization", `Basic ${btoa("\u00c3\u00bc:p:w")}`],
  ["header", "k", "x-key", "k"],
  ["word", "Bot x=1", "authorization", "Bot x=1"],
  ["cookie", "k", "cookie", "session=k"],
] as const)("a credential of the scheme %s", async (name, value, header, expected) => {
  const { headers } = await sent(name, { credentials: { [name]: value } });
  expect(headers.get(header)).toBe(expected);
});

test("one in a query is encoded, beside what is there; others of the request stay", async () => {
  expect((await sent("query", { credentials: { query: "a&b" } })).url).toBe("https://a.test/a?api%20key=a%26b");
  expect((await sent("both", { credentials: { query: "q", header: "h" } })).url).toBe("https://a.test/a?b&api%20key=q");
  const { headers } = await sent("cookie", { credentials: { cookie: "k" }, headers: { cookie: "a=b" } });
  expect(headers.get("cookie")).toBe("a=b; session=k");
});

describe("of alternatives", () => {
  test("the first that is given in full is sent", async () => {
    const basic = { username: "u", password: "p" };
    const half = await sent("both", { credentials: { header: "h", basic } });
    expect([half.headers.get("x-key"), half.headers.get("authorization")]).toEqual([null, `Basic ${btoa("u:p")}`]);
    const full = await sent("both", { credentials: { header: "h", query: "q", basic } });
    expect([full.headers.get("x-key"), full.headers.get("authorization")]).toEqual(["h", null]);
  });

  test("an empty one allows none", async () => {
    const credentials = { header: "h" };
    expect((await sent("optional", { credentials })).headers.get("authorization")).toBeNull();
    expect((await sent("optional", { apiKey: "k" })).headers.get("authorization")).toBe("Bearer k");
  });

  test("where none is given in full, all are named, and nothing is sent", async () => {
    await expect(sent("both", { credentials: { header: "h" } })).rejects.toThrow(
      "both: a credential is missing: give header with query, or basic",
    );
    await expect(sent("bearer", { credentials: { header: "h" } })).rejects.toThrow(
      "bearer: a credential is missing: give bearer (bearer: apiKey, or SYNTHETIC_API_KEY in the environment)",
    );
  });
});

test("apiKey, else the environment, serves the primary scheme alone; credentials beats it", async () => {
  vi.stubEnv(ENVIRONMENT.apiKey, "e");
  expect((await sent("bearer", {})).headers.get("authorization")).toBe("Bearer e");
  expect((await sent("bearer", { apiKey: "k" })).headers.get("authorization")).toBe("Bearer k");
  const credentials = { bearer: "c", header: "h" };
  expect((await sent("bearer", { apiKey: "k", credentials })).headers.get("authorization")).toBe("Bearer c");
  const { headers } = await sent("header", { apiKey: "k", credentials });
  expect([headers.get("authorization"), headers.get("x-key")]).toEqual([null, "h"]);
});

test("functions are asked for each attempt, and not where another alternative is sent", async () => {
  let asked = 0;
  const { fetch, seen } = stubFetch((_, number) => Response.json({}, { status: number === 1 ? 503 : 200 }));
  const credentials = { header: () => `h${++asked}`, query: async () => "q", basic: vi.fn<() => string>() };
  await method(createSynthetic({ fetch, credentials } as AnyOptions, api), "both")();
  expect(seen.map(({ headers }) => headers.get("x-key"))).toEqual(["h1", "h2"]);
  expect(credentials.basic).not.toHaveBeenCalled();
  const failing = { header: () => Promise.reject(new TypeError("sealed")) };
  await expect(sent("header", { credentials: failing })).rejects.toMatchObject({
    name: "ConfigError",
    message: "header: your function for the credential header failed",
    cause: { message: "sealed" },
  });
});

test.each([
  [{ apiKey: "Bearer k" }, /the credential bearer \(apiKey, or SYNTHETIC_API_KEY.*printable ASCII without spaces/],
  [{ credentials: { nope: "k" } }, /credential "nope" is not known.*known: bearer, basic, header/],
  [{ credentials: { basic: "u:p" } }, /the credential basic must be \{ username, password }/],
  [{ credentials: { basic: { username: "a:b", password: "p" } } }, /no colon in its username/],
  [{ credentials: { header: { username: "u", password: "p" } } }, /the credential header must be a string/],
  [{ credentials: { header: " k" } }, /without a space at an end/],
  [{ credentials: { cookie: "a;b" } }, /what a cookie can hold/],
  [{ credentials: { query: "" } }, /is empty/],
  [{ credentials: "k" }, /credentials must be a plain object/],
] as const)("%j is refused by the factory, and no secret shown", (options, message) => {
  expect(() => createSynthetic(options as AnyOptions, api)).toThrow(message);
});

test("a client that no operation can be called with is refused by the factory", () => {
  const { optional: _, none: __, ...operations } = api.operations;
  expect(() => createSynthetic({}, { ...api, operations })).toThrow(
    "a credential is missing: give bearer, or basic, or header",
  );
  expect(() => createSynthetic({}, api)).not.toThrow();
});

test("the headers of keys are the client's; authorization is the caller's where no scheme takes it", async () => {
  await expect(sent("header", { credentials: { header: "h" } }, { headers: { "X-Key": "mine" } })).rejects.toThrow(
    'header "x-key" is set by the client',
  );
  const { operations, ...rest } = api;
  const open: ApiDefinition = { ...rest, schemes: {}, operations: { none: operations["none"] as never } };
  const { primary: _, ...bare } = open;
  const { fetch, seen } = stubFetch(() => Response.json({ title: "no token_123 here" }, { status: 401 }));
  const client = createSynthetic({ fetch, headers: { authorization: "Token token_123" } }, bare);
  await expect(method(client, "none")()).rejects.toMatchObject({ status: 401 });
  expect(seen[0]?.headers.get("authorization")).toBe("Token token_123");
  expect(() => createSynthetic({ apiKey: "k" }, bare)).toThrow('option "apiKey" serves no security scheme');
});

test("no secret shows, in whatever form a server sends it back", async () => {
  const secrets = { username: "u", password: 'pass"w\\ord1' };
  const text = btoa(`${secrets.username}:${secrets.password}`);
  const { fetch } = stubFetch(() => Response.json({ title: `${secrets.password} and ${text} and u` }, { status: 400 }));
  const client = createSynthetic({ fetch, credentials: { basic: secrets } } as AnyOptions, api);
  await expect(method(client, "basic")()).rejects.toMatchObject({ body: { title: "[redacted] and [redacted] and u" } });
});
