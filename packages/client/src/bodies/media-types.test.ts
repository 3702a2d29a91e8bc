import { describe, expect, test } from "vitest";
import { createSynthetic, method } from "../../test/support/synthetic-api.ts";
import { ofFetch } from "../../test/support/transport.ts";
import type { CallParts } from "../definition/call-parts.ts";
import type { BodyDefinition } from "../definition/body-definition.ts";
import { bodyInput, requestBody } from "./request-body.ts";

/** What a call is given for a body of one media type. */
function written(media: string, form: BodyDefinition, body: unknown, contentType?: string): Partial<CallParts> {
  const definition = { method: "POST", path: "/", body: { [media]: form }, responses: {} } as const;
  const call = { operation: "createThing", definition, settings: {} } as unknown as CallParts;
  return requestBody(call, { body, contentType }) ?? {};
}

describe("bytes", () => {
  test("go out as they are, under the type that is documented or their own", async () => {
    const bytes = new Uint8Array([0, 255]);
    expect(written("image/png", "binary", bytes)).toEqual({ body: bytes, typed: { "content-type": "image/png" } });
    expect(written("*/*", "binary", bytes.buffer)).toEqual({
      body: bytes,
      typed: { "content-type": "application/octet-stream" },
    });
    const blob = new Blob(["a"], { type: "audio/wav" });
    expect(written("audio/*", "binary", blob)).toEqual({ body: blob, typed: { "content-type": "audio/wav" } });
    expect(written("audio/*", "binary", bytes, "audio/ogg").typed).toEqual({ "content-type": "audio/ogg" });
    for (const value of ["text", {}, [1]]) expect(() => written("*/*", "binary", value)).toThrow("must be bytes");
  });

  test("have no place in JSON", () => {
    for (const value of [new Blob(["a"]), { deep: [new Uint8Array(1)] }])
      expect(() => written("application/json", { form: "json", bytes: true }, value)).toThrow(
        /has bytes in ".*", which JSON/,
      );
  });

  test("of a stream are sent once", ofFetch, async () => {
    const seen: RequestInit[] = [];
    const fetch = async (_: string, init: RequestInit): Promise<Response> => {
      seen.push(init);
      return new Response("busy", { status: 503 });
    };
    const put = { method: "PUT", path: "/a", body: { "*/*": "binary" }, responses: { 200: "object" } } as const;
    const api = {
      baseUrl: "https://a.test",
      serializers: { input: bodyInput, finish: requestBody },
      operations: { put },
    };
    const client = createSynthetic({ fetch }, api as never);
    await expect(method(client, "put")({ body: new Blob(["a"]).stream() })).rejects.toThrow("503");
    expect(seen).toHaveLength(1);
    expect(seen[0]).toMatchObject({ duplex: "half", body: expect.any(ReadableStream) });
  });
});

describe("of several media types", () => {
  const definition = {
    method: "POST",
    path: "/",
    body: { "application/json": "json", "text/*": "text", "multipart/form-data": "multipart" },
    responses: {},
  } as const;
  const call = { operation: "createThing", definition, settings: {} } as unknown as CallParts;

  test("the first is sent, or the one that the caller names", () => {
    expect(requestBody(call, { body: { a: 1 } })?.typed).toEqual({ "content-type": "application/json" });
    expect(requestBody(call, { body: "<a/>", contentType: "text/xml; charset=utf-8" })).toEqual({
      body: "<a/>",
      typed: { "content-type": "text/xml; charset=utf-8" },
    });
    expect(requestBody(call, { body: { a: 1 }, contentType: "multipart/form-data" })?.body).toBeInstanceOf(Blob);
  });

  test.each(["image/png", "text", "text/xml\r\nx: y", 5])("%j is refused, with those that there are", (contentType) => {
    expect(() => requestBody(call, { body: "a", contentType })).toThrow(
      /contentType .*: application\/json, text\/\*, multipart\/form-data/,
    );
  });

  test("a GET's goes by a transport alone: fetch has none", () => {
    const get = { ...call, definition: { ...definition, method: "GET" } } as CallParts;
    expect(() => requestBody(get, { body: {} })).toThrow("can't be sent by fetch with GET");
    const over = { ...get, settings: { transport: () => undefined } } as unknown as CallParts;
    expect(requestBody(over, { body: {} })?.body).toBe("{}");
  });
});
