import { expect, test } from "vitest";
import { Problem, type JsonObject } from "@x/openapi";
import { ownServerOf, serversOf } from "./base-url.ts";

function refusal(server: JsonObject): string {
  try {
    return `taken: ${serversOf({ servers: [server] }, "specs/a.yaml").baseUrl}`;
  } catch (error) {
    if (error instanceof Problem) return error.message;
    throw error;
  }
}

test.each([
  ["https://a.test", "https://a.test"],
  ["https://a.test/v1///", "https://a.test/v1"],
  ["http://127.0.0.1:80/", "http://127.0.0.1:80"],
])("%j is the base URL %s", (url, expected) => {
  expect(refusal({ url })).toBe(`taken: ${expected}`);
});

test.each([
  ["javascript:alert(1)", 'is of "javascript:"; it must be of http or https.'],
  ["file:///etc/passwd", 'is of "file:"'],
  ["ftp://a.test", 'is of "ftp:"'],
  ["data:text/plain,a", 'is of "data:"'],
  ["https://name:secret@a.test/v1", "holds credentials"],
  ["https://name@a.test", "holds credentials"],
  ["https://a.test/@b", "holds credentials"],
  ["https://a.test?key=b", "it must hold no query"],
  ["https://a.test/#b", "it must hold no query"],
  ["https:///a.test", "it must hold no query"],
  ["https://a.test\\\\b", "it must hold no query"],
  ["https://a.test/\r\nb", "it must hold no query"],
  ["https://a.test/{constructor}", "has a server that is a template"],
  ["/v1", 'has a relative server, "/v1". Give --base-url URL: where the API is.'],
])("a base URL that no client can call: %j", (url, why) => {
  const message = refusal({ url, variables: {} });
  expect(message).toContain("specs/a.yaml#/servers/0/url");
  expect(message).toContain(why);
  expect(message).not.toContain("secret");
});

test("the same by a server's variables", () => {
  const server = {
    url: "{scheme}://{user}a.test",
    variables: { scheme: { default: "file" }, user: { default: "" } },
  };
  expect(refusal(server)).toContain('is of "file:"');
  const named = { url: "https://{user}a.test", variables: { user: { default: "secret:word@" } } };
  expect(refusal(named)).toMatch(/^(?!.*secret).*holds credentials/);
});

test("a document that does not say where the API is takes the base URL that is given", () => {
  for (const servers of [
    [],
    [{ url: "/v1" }],
    [{ url: "https://{x}.test", variables: { x: { default: "{Your_Name}" } } }],
  ])
    expect(serversOf({ servers }, "a", "https://b.test/v2/")).toEqual({ baseUrl: "https://b.test/v2", choice: [] });
  expect(serversOf({ servers: [{ url: "https://a.test" }] }, "a", "https://b.test").baseUrl).toBe("https://a.test");
});

test("a caller has the choice where there are several servers, or variables", () => {
  const servers = [
    { url: "https://{region}.a.test/", variables: { region: { default: "eu", enum: ["eu", "us"] } } },
    { url: "https://b.test" },
    { url: "ftp://c.test" },
    { url: "/d" },
  ];
  expect(serversOf({ servers }, "a")).toEqual({
    baseUrl: "https://eu.a.test",
    choice: [
      { url: "https://{region}.a.test", variables: { region: { default: "eu", enum: ["eu", "us"] } } },
      "https://b.test",
      "https://eu.a.test/d",
    ],
  });
});

test("an operation's own server is its, unless it is the document's", () => {
  const servers = serversOf({ servers: [{ url: "https://a.test/v1" }, { url: "https://b.test" }] }, "a");
  const own = (...urls: string[]): unknown =>
    ownServerOf(
      servers,
      urls.map((url) => ({ servers: [{ url }] })),
      "GET /a",
    );
  expect(own()).toBeUndefined();
  expect(own("https://a.test/v1/")).toBeUndefined();
  expect(own("https://b.test", "https://c.test")).toBe("https://b.test");
  expect(own("../v2")).toBe("https://a.test/v2");
  expect(() => own("ftp://a.test")).toThrow('GET /a, its server is of "ftp:"');
});
