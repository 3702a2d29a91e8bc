import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { createClient } from "@x/client";
import type { JsonObject } from "@x/openapi";
import { expect, onTestFinished, test } from "vitest";
import { readDocument } from "../generate-files.ts";
import { renderOperations } from "../render/render-operations.ts";
import { documentWith } from "../testing/document.ts";
import { tableOf } from "../testing/table-of.ts";

// Kinds of credentials, servers and responses, each called over the network by a client that is generated of a document.
const NO_ENVIRONMENT = { apiKey: "NO_SUCH_VARIABLE", baseUrl: "NO_SUCH_VARIABLE" };
type Method = (input?: unknown, options?: object) => Promise<unknown>;

/** A server that tells what came as JSON, but for the paths that are told otherwise. */
async function serving(
  answers: Record<string, [status: number, headers: Record<string, string>, body: string | Uint8Array]> = {},
): Promise<{ url: string; last: () => IncomingMessage }> {
  let last: IncomingMessage | undefined;
  const server = createServer((request, response) => {
    last = request;
    request.resume();
    const path = String(request.url).split("?")[0] ?? "";
    const [status, headers, body] = answers[path] ?? [200, { "content-type": "application/json" }, "{}"];
    response.writeHead(status, headers).end(body);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, last: () => last as IncomingMessage };
}

async function clientOf(document: JsonObject, options: object): Promise<Record<string, Method>> {
  const table = await tableOf(renderOperations(readDocument(document, "specs/kinds.yaml"), [], "specs/kinds.yaml"));
  return createClient<Record<string, Method>>(table, NO_ENVIRONMENT, { maxRetries: 0, ...options });
}

const get = (operationId: string, more: object = {}): JsonObject =>
  ({
    get: {
      operationId,
      responses: { 200: { description: "", content: { "application/json": { schema: {} } } } },
      ...more,
    },
  }) as JsonObject;

const credentials = {
  bearer: "b",
  basic: { username: "u", password: "p:w" },
  header: "Token token=h",
  query: "q&1",
  cookie: "c",
  oauth: "o",
  openid: "i",
};
const schemes = {
  bearer: { type: "http", scheme: "Bearer" },
  basic: { type: "http", scheme: "basic" },
  header: { type: "apiKey", in: "header", name: "Authorization" },
  query: { type: "apiKey", in: "query", name: "api key" },
  cookie: { type: "apiKey", in: "cookie", name: "session" },
  oauth: { type: "oauth2", flows: { clientCredentials: { tokenUrl: "https://acme.example/token", scopes: {} } } },
  openid: { type: "openIdConnect", openIdConnectUrl: "https://acme.example/.well-known/openid-configuration" },
};

test.each<[kind: string, security: object[], came: { authorization?: string; cookie?: string; query?: string }]>([
  ["a bearer token", [{ bearer: [] }], { authorization: "Bearer b" }],
  ["Basic", [{ basic: [] }], { authorization: `Basic ${btoa("u:p:w")}` }],
  ["a key in a header, with its own word", [{ header: [] }], { authorization: "Token token=h" }],
  ["a key in the query", [{ query: [] }], { query: "api%20key=q%261" }],
  ["a key in a cookie", [{ cookie: [] }], { cookie: "session=c" }],
  ["an OAuth 2 token", [{ oauth: [] }], { authorization: "Bearer o" }],
  ["an OpenID Connect token", [{ openid: [] }], { authorization: "Bearer i" }],
  [
    "several at once",
    [{ basic: [], query: [], cookie: [] }],
    { authorization: `Basic ${btoa("u:p:w")}`, query: "api%20key=q%261", cookie: "session=c" },
  ],
  ["the first of alternatives", [{ query: [] }, { bearer: [] }], { query: "api%20key=q%261" }],
  ["an optional one that is given", [{}, { bearer: [] }], { authorization: "Bearer b" }],
  ["none", [], {}],
])("%s goes where the document says, and nowhere else", async (_, security, came) => {
  const { url, last } = await serving();
  // Credentials of all schemes are at hand.
  const others = Object.fromEntries(
    Object.keys(schemes).map((name) => [`/${name}`, get(`other-${name}`, { security: [{ [name]: [] }] })]),
  );
  const document = documentWith({ "/a": get("call", { security }), ...others }, { securitySchemes: schemes });
  const client = await clientOf(document, { baseUrl: url, credentials: { ...credentials } });
  await client["call"]?.();
  const { headers, url: target = "" } = last();
  expect({ authorization: headers.authorization, cookie: headers.cookie, query: target.split("?")[1] }).toEqual({
    authorization: undefined,
    cookie: undefined,
    query: undefined,
    ...came,
  });
});

test("an optional credential that is not given leaves the call anonymous", async () => {
  const { url, last } = await serving();
  const document = documentWith(
    { "/a": get("call", { security: [{}, { bearer: [] }] }) },
    { securitySchemes: schemes },
  );
  await (await clientOf(document, { baseUrl: url }))["call"]?.();
  expect(last().headers.authorization).toBeUndefined();
});

test("servers of the root with variables, of a path and of an operation are each called", async () => {
  const [root, path, own] = [await serving(), await serving(), await serving()];
  const port = (url: string): string => new URL(url).port;
  const document = {
    ...documentWith({
      "/root": get("root"),
      "/path": { ...get("path"), servers: [{ url: `${path.url}/p` }] },
      "/own": get("own", {
        servers: [{ url: "http://127.0.0.1:{port}/o", variables: { port: { default: port(own.url) } } }],
      }),
    }),
    servers: [
      {
        url: "http://127.0.0.1:{port}/{base}",
        variables: { port: { default: port(root.url) }, base: { default: "v1", enum: ["v1", "v2"] } },
      },
    ],
  };
  const client = await clientOf(document, {});
  for (const name of ["root", "path", "own"]) await client[name]?.();
  expect([root, path, own].map(({ last }) => last().url)).toEqual(["/v1/root", "/p/path", "/o/own"]);
});

/** XML or YAML of objects is another writing of what the JSON beside it says; a text is not. */
const contentOf = (type: string): object => (/xml|yaml/.test(type) ? { schema: { type: "string" } } : {});

const bytes = Uint8Array.of(0, 255, 13, 10);
test.each<[type: string, body: string | Uint8Array, read: unknown]>([
  ["application/json", '{"a":1}', { a: 1 }],
  ["application/json; charset=utf-8", '{"a":1}', { a: 1 }],
  ["text/plain", "a,b", "a,b"],
  ["text/csv", "a,b", "a,b"],
  ["text/html", "<p>", "<p>"],
  ["application/xml", "<a/>", "<a/>"],
  ["application/yaml", "a: 1", "a: 1"],
  ["application/octet-stream", bytes, bytes],
  ["application/pdf", bytes, bytes],
  ["application/zip", bytes, bytes],
  ["image/png", bytes, bytes],
  ["audio/mpeg", bytes, bytes],
  ["video/mp4", bytes, bytes],
])("a response of %s, alone and among others, is read by what came", async (type, body, read) => {
  const { url, last } = await serving({
    "/a": [200, { "content-type": type }, body],
    "/b": [200, { "content-type": type }, body],
  });
  const essence = type.split(";")[0] as string;
  const responses = (types: string[]): object => ({
    responses: { 200: { description: "", content: Object.fromEntries(types.map((each) => [each, contentOf(each)])) } },
  });
  const others = ["application/json", "image/png", "text/plain"];
  const document = documentWith({
    "/a": get("alone", responses([essence])),
    "/b": get("among", responses([...others.filter((each) => each !== essence), essence])),
  });
  const client = await clientOf(document, { baseUrl: url });
  expect(await client["alone"]?.()).toEqual(read);
  expect(last().headers.accept).toContain(essence);
  expect(await client["among"]?.()).toEqual(read);
  expect(await client["among"]?.({}, { accept: essence })).toEqual(read);
  expect(last().headers.accept).toBe(essence);
});

test("a redirect that is the only outcome is not followed, and resolves with its target", async () => {
  const { url, last } = await serving({ "/a": [302, { location: "/elsewhere?x=1" }, ""] });
  const document = documentWith({
    "/a": get("call", {
      responses: { 302: { description: "", headers: { Location: { schema: { type: "string" } } } } },
    }),
  });
  expect(await (await clientOf(document, { baseUrl: url }))["call"]?.()).toBe(`${url}/elsewhere?x=1`);
  expect(last().url).toBe("/a");
});
