import { describe, expect, test } from "vitest";
import { stubFetch } from "../../test/support/stub-fetch.ts";
import { createSynthetic, method } from "../../test/support/synthetic-api.ts";
import type { ApiDefinition } from "../definition/api-definition.ts";
import { negotiatedResponse, negotiationOptions } from "./negotiated-response.ts";
import { redirectResponse } from "./redirect-response.ts";

const operation = { method: "GET", path: "/a" } as const;
const api: ApiDefinition = {
  baseUrl: "https://a.test/v1",
  serializers: {
    options: negotiationOptions,
    finish: (call) => {
      const negotiated = negotiatedResponse(call);
      return call.operation === "go" ? { ...negotiated, ...redirectResponse(call) } : negotiated;
    },
  },
  operations: {
    read: {
      ...operation,
      responses: { 200: { "application/json": "object", "text/*": "text", "audio/mpeg": "binary" } },
    },
    plain: { ...operation, responses: { 200: "object" } },
    go: { ...operation, responses: { 302: "location" } },
  },
};

function client(respond: () => Response) {
  const { fetch, seen } = stubFetch(respond);
  return { seen, made: createSynthetic({ fetch }, api) };
}
function of(body: BodyInit, type?: string): () => Response {
  return () => new Response(body, { headers: type === undefined ? {} : { "content-type": type } });
}

describe("a response of several media types", () => {
  test.each([
    ['{"a":1}', "application/json; charset=utf-8", { a: 1 }],
    ['{"a":1}', "application/problem+json", { a: 1 }],
    ["a,b", "text/csv", "a,b"],
    ["ab", "AUDIO/MPEG", new Uint8Array([97, 98])],
  ])("is read by the one that came: %s as %s", async (body, type, expected) => {
    expect(await method(client(of(body, type)).made, "read")()).toEqual(expected);
  });

  test("that is not documented is told, and no body is guessed at", async () => {
    await expect(method(client(of("<a/>", "application/xml")).made, "read")()).rejects.toThrow(
      "read: 200 response is of the content type application/xml; documented: application/json, text/*, audio/mpeg",
    );
    expect(await method(client(of(new TextEncoder().encode("{}"))).made, "read")()).toEqual({});
  });

  test("whose content type repeats the key is told without it", async () => {
    const key = "key-0123456789";
    const { fetch } = stubFetch(of("a", `${"x".repeat(71)}/${key}`));
    const operations = { read: { ...api.operations["read"], security: "bearer" } } as ApiDefinition["operations"];
    const call = method(createSynthetic({ fetch, apiKey: key }, { ...api, operations }), "read")();
    await expect(call).rejects.toThrow(`${"x".repeat(71)}/[redacte; documented`);
  });

  test("is asked for by the option accept, of those that there are", async () => {
    const { seen, made } = client(of("a", "audio/mpeg"));
    await method(made, "read")({}, { accept: "audio/mpeg" });
    expect(seen[0]?.headers.get("accept")).toBe("audio/mpeg");
    await expect(method(made, "read")({}, { accept: "image/png" })).rejects.toThrow(
      'option "accept" must be one of application/json, text/*, audio/mpeg',
    );
    await expect(method(made, "plain")({}, { accept: "text/csv" })).rejects.toThrow("must be one of application/json");
  });
});

describe("a redirect that is documented as the only outcome", () => {
  const to =
    (location?: string, status = 302) =>
    () =>
      new Response(null, { status, headers: location === undefined ? {} : { location } });

  test.each([
    ["https://b.test/x?y#z", "https://b.test/x?y#z"],
    ["../c", "https://a.test/c"],
  ])("resolves with its target: %s", async (location, expected) => {
    const { seen, made } = client(to(location));
    const { data, response } = await method(made, "go")().withResponse();
    expect(data).toBe(expected);
    expect(response.status).toBe(302);
    expect(seen).toHaveLength(1);
  });

  test("needs a target; another status, and one of an operation that has other outcomes, stay refused", async () => {
    await expect(method(client(to()).made, "go")()).rejects.toThrow("302 response has no Location");
    await expect(method(client(to("https://b.test", 307)).made, "go")()).rejects.toThrow("unexpected redirect (307)");
    await expect(method(client(to("https://b.test")).made, "plain")()).rejects.toThrow("unexpected redirect");
  });
});
