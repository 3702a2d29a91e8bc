import { expect, test } from "vitest";
import { documentWith } from "../testing/document.ts";
import { clientOf, get, serving } from "../testing/serving.ts";

// Kinds of credentials and servers, each called over the network by a client that is generated of a document.
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
