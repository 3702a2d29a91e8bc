import { expect, test } from "vitest";
import { Problem, type JsonObject } from "@x/openapi";
import { baseUrlOf } from "./base-url.ts";

function refusal(server: JsonObject): string {
  try {
    return `taken: ${baseUrlOf({ servers: [server] }, "specs/a.yaml")}`;
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
  ["https://a.test/{constructor}", "it must hold no query"],
])("a base URL that no client can call: %j", (url, why) => {
  const message = refusal({ url, variables: {} });
  expect(message).toContain("specs/a.yaml#/servers/0/url ");
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
