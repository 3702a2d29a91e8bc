import { describe, expect, test } from "vitest";
import { type Json, type JsonObject, Problem } from "@x/openapi";
import { readDocument } from "./generate-files.ts";
import { renderOperations } from "./render/render-operations.ts";

const OK: JsonObject = {
  "200": { description: "ok", content: { "application/json": { schema: { type: "object" } } } },
};

/** A document of these paths, and whatever else it needs. */
function document(paths: JsonObject, more: JsonObject = {}): JsonObject {
  return { openapi: "3.1.0", info: { title: "a", version: "1" }, servers: [{ url: "https://a.test" }], paths, ...more };
}
function operation(more: JsonObject = {}): JsonObject {
  return { responses: OK, ...more };
}
function generate(paths: JsonObject, more?: JsonObject): string {
  const parsed = document(paths, more);
  return renderOperations(readDocument(parsed, "specs/a.yaml"), [], "specs/a.yaml");
}
function refusal(paths: JsonObject, more?: JsonObject): string {
  try {
    generate(paths, more);
  } catch (error) {
    if (error instanceof Problem) return error.message;
    throw error;
  }
  return "nothing refused";
}
function secured(scheme: JsonObject): [JsonObject, JsonObject] {
  return [
    { "/a": { get: operation({ security: [{ odd: [] }] }) } },
    { components: { securitySchemes: { odd: scheme } } },
  ];
}
function body(mediaType: string): JsonObject {
  return { "/a": { post: operation({ requestBody: { content: { [mediaType]: { schema: {} } } } }) } };
}
function answer(mediaType: string): JsonObject {
  return { "/a": { get: { responses: { "200": { description: "ok", content: { [mediaType]: { schema: {} } } } } } } };
}

describe("what the client can't do is left out, by name", () => {
  const schemes: [string, JsonObject][] = [
    ["http digest", { type: "http", scheme: "digest" }],
    ["mutual TLS", { type: "mutualTLS" }],
  ];
  test.each(schemes)("the security scheme %s", (_, scheme) => {
    expect(refusal(...secured(scheme))).toMatch(/GET \/a: no supported security scheme \(odd/);
  });

  test("a security scheme that is not there", () => {
    expect(refusal({ "/a": { get: operation({ security: [{ lost: [] }] }) } })).toMatch(
      /\(lost, which is not defined\)/,
    );
  });

  test.each(["multipart/mixed", "multipart/related", "application/x-ndjson", "examples", "text/a\r\nx: y"])(
    "the request body %s",
    (mediaType) => {
      expect(refusal(body(mediaType))).toContain(
        `POST /a: no supported media type for the request body (${mediaType})`,
      );
    },
  );

  const unread = ["text/event-stream", "application/jsonl", "application/json; stream=watch", "multipart/mixed"];
  test.each([...unread, "text/a\r\nx: y", "text/\u03c0", "application/json;\u0000"])("the answer %s", (mediaType) => {
    const message = refusal(answer(mediaType));
    expect(message).toContain("GET /a: response 200");
    expect(message).toContain(mediaType);
  });

  test("a required cookie", () => {
    const parameters: Json = [{ name: "session", in: "cookie", required: true, schema: { type: "string" } }];
    expect(refusal({ "/a": { get: operation({ parameters }) } })).toMatch(/"session" in "cookie" is not supported/);
  });

  test("a base URL that is relative, or none", () => {
    expect(refusal({ "/a": { get: operation() } }, { servers: [{ url: "/v1" }] })).toMatch(
      /#\/servers\/0\/url: the document has a relative server, "\/v1"/,
    );
    expect(refusal({ "/a": { get: operation() } }, { servers: [] })).toMatch(/names no server. Give --base-url/);
  });

  test.each([
    "host",
    "Content-Length",
    "connection",
    "Transfer-Encoding",
    "sec-fetch-mode",
    "x\r\ny: z",
    "a b",
    "",
    "x:",
    "schlüssel",
  ])("a key in a header %j, which no client can send", (name) => {
    expect(refusal(...secured({ type: "apiKey", in: "header", name }))).toContain(
      `(odd: apiKey in header of the name ${JSON.stringify(name)}, in which no client can send a key)`,
    );
  });

  test("a template of a path within another", () => {
    const parameters: Json = ["a{b}", "b"].map((name) => ({
      name,
      in: "path",
      required: true,
      schema: { type: "string" },
    }));
    const paths = { "/x/{a{b}}/{b}": { get: operation({ parameters }) } };
    expect(refusal(paths)).toContain("GET /x/{a{b}}/{b}: a template of the path stands in another");
  });

  test.each([
    ["https://\u0430pple.test/v1", "xn--pple-43d.test"],
    ["https://2130706433", "127.0.0.1"],
    ["https://a%2etest", "a.test"],
  ])("a server %s, whose host is called otherwise than it is written", (url, host) => {
    expect(refusal({ "/a": { get: operation() } }, { servers: [{ url }] })).toContain(
      `its host must be written as it is called, ${host}.`,
    );
  });

  test("a parameter in a header whose name is none", () => {
    const parameters: Json = [{ name: "x\r\ny", in: "header", schema: { type: "string" } }];
    expect(refusal({ "/a": { get: operation({ parameters }) } })).toContain('"x\\r\\ny" is no name of a header');
  });

  test("a reference that leaves the document, dangles or goes round", () => {
    const referring = (ref: string): JsonObject => ({ "/a": { get: operation({ parameters: [{ $ref: ref }] }) } });
    expect(refusal(referring("other.yaml#/a"))).toMatch(/leaves the document/);
    expect(refusal(referring("#/components/parameters/lost"))).toMatch(/points at nothing/);
    const round = { components: { parameters: { a: { $ref: "#/components/parameters/a" } } } };
    expect(refusal(referring("#/components/parameters/a"), round)).toMatch(/refers to itself/);
  });

  test("a status that is none", () => {
    expect(refusal({ "/a": { get: { responses: { "6XX": { description: "" } } } } })).toMatch(
      /"6XX" is not a response status/,
    );
  });

  test("a document without an operation", () => {
    expect(refusal({ "/a": {} })).toMatch(/specs\/a\.yaml has no operation/);
  });

  test("a method that fetch can't send", () => {
    expect(refusal({ "/a": { trace: operation() } })).toMatch(/TRACE \/a/);
  });

  test.each(["a", "//evil.test/a", "/a#b?c", "/a?b?c", "/a/../b", "/./a", "/a b", "/a\\b"])(
    "the path %j, which is none below the base URL",
    (path) => {
      expect(refusal({ [path]: { get: operation() } })).toContain(path);
    },
  );
});
