import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { stubFetch } from "../../test/support/stub-fetch.ts";
import { createSynthetic, ENVIRONMENT, method, type AnyOptions } from "../../test/support/synthetic-api.ts";
import { schemeCredentials } from "../credentials/credentials.ts";
import type { ApiDefinition } from "../definition/api-definition.ts";
import { bearerKey } from "../options/authorization.ts";
import { documentedServers } from "./documented-servers.ts";

beforeEach(() => vi.stubEnv(ENVIRONMENT.baseUrl, undefined));
afterEach(() => vi.unstubAllEnvs());

const region = { default: "eu", enum: ["eu", "us"] };
const operation = { method: "GET", path: "/a", responses: { 200: "object" }, security: "bearer" } as const;
const api: ApiDefinition = {
  baseUrl: "https://eu.a.test/v1",
  setUp: documentedServers(bearerKey),
  options: { server: "" },
  servers: [
    { url: "https://{region}.a.test/{base}", variables: { region, base: { default: "v1" } } },
    "https://sandbox.a.test",
  ],
  operations: {
    root: operation,
    own: { ...operation, server: "https://files.a.test/v2" },
    regional: { ...operation, server: { url: "https://files.{region}.a.test", variables: { region } } },
    open: { ...operation, security: [], server: "https://files.a.test/v2" },
  },
};

async function urls(options: AnyOptions & { server?: unknown }): Promise<string[]> {
  const { fetch, seen } = stubFetch(() => Response.json({}));
  const client = createSynthetic({ fetch, apiKey: "k", ...options } as AnyOptions, api);
  for (const name of ["root", "own", "regional", "open"]) await method(client, name)();
  expect(seen.map(({ headers }) => headers.get("authorization"))).toEqual(["Bearer k", "Bearer k", "Bearer k", null]);
  return seen.map(({ url }) => url);
}

test("each operation is called where the document says", async () => {
  expect(await urls({})).toEqual([
    "https://eu.a.test/v1/a",
    "https://files.a.test/v2/a",
    "https://files.eu.a.test/a",
    "https://files.a.test/v2/a",
  ]);
});

test("variables have values by name, and one of several servers is chosen by its URL", async () => {
  expect((await urls({ server: { region: "us", base: "v2.1" } })).slice(0, 3)).toEqual([
    "https://us.a.test/v2.1/a",
    "https://files.a.test/v2/a",
    "https://files.us.a.test/a",
  ]);
  expect((await urls({ server: { url: "https://sandbox.a.test" } }))[0]).toBe("https://sandbox.a.test/a");
});

test("a base URL, or the environment's, stands for all of them", async () => {
  const all = Array.from({ length: 4 }, () => "http://127.0.0.1:4010/x/a");
  expect(await urls({ baseUrl: "http://127.0.0.1:4010/x" })).toEqual(all);
  vi.stubEnv(ENVIRONMENT.baseUrl, "http://127.0.0.1:4010/x");
  expect(await urls({})).toEqual(all);
});

test.each([
  [{ server: { region: "mars" } }, 'server option "region" must be one of eu, us'],
  [{ server: { base: "a/../evil.test#" } }, 'server option "base" must be a text of letters'],
  [{ server: { zone: "a" } }, 'server option "zone" is not known'],
  [{ server: { url: "https://b.test" } }, 'server option "url" must be one of https://{region}.a.test/{base}, https'],
  [{ server: { region: "us" }, baseUrl: "https://a.test" }, 'option "server" says where the API is'],
])("%j is refused by the factory", (options, message) => {
  expect(() => createSynthetic({ apiKey: "k", ...options } as AnyOptions, api)).toThrow(message);
});

test("a key is missing where an operation needs one, and only there", () => {
  vi.stubEnv(ENVIRONMENT.apiKey, undefined);
  expect(() => createSynthetic({}, api)).toThrow("the API key");
  const open = { setUp: documentedServers(schemeCredentials), operations: { open: api.operations["open"] as never } };
  expect(() => createSynthetic({}, { ...api, ...open })).not.toThrow();
});
