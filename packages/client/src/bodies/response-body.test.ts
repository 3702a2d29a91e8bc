import { describe, expect, test } from "vitest";
import { createSynthetic, method } from "../../test/support/synthetic-api.ts";
import { decode } from "./response-body.ts";

/** Calls over a body of these chunks; tells whether it was let go of before its end. */
async function read(
  chunks: readonly unknown[],
  maxResponseBytes: number,
  status = 200,
): Promise<{ result: unknown; cancelled: boolean }> {
  let cancelled = false;
  let at = 0;
  const body = new ReadableStream({
    pull: (controller) => (at < chunks.length ? controller.enqueue(chunks[at++]) : controller.close()),
    cancel: () => void (cancelled = true),
  });
  const client = createSynthetic({ apiKey: "key", maxRetries: 0, fetch: async () => new Response(body, { status }) });
  const result = await method(client, "downloadFile")(undefined, { maxResponseBytes }).catch((error: unknown) => error);
  return { result, cancelled };
}
const bytes = (...values: number[]): Uint8Array => new Uint8Array(values);

describe("a body", () => {
  test("is put together of its chunks, up to the cap", async () => {
    expect(await read([bytes(1), bytes(), bytes(2, 3)], 3)).toEqual({ result: bytes(1, 2, 3), cancelled: false });
    expect(await read([bytes(1, 2)], 2)).toEqual({ result: bytes(1, 2), cancelled: false });
    expect(await read([], 1)).toEqual({ result: bytes(), cancelled: false });
  });

  test("is let go of as soon as it is over the cap", async () => {
    const { result, cancelled } = await read([bytes(1), bytes(2, 3), bytes(4)], 2);
    expect(result).toMatchObject({
      name: "ResponseError",
      status: 200,
      message: "downloadFile: response body is larger than maxResponseBytes (2)",
    });
    expect(cancelled).toBe(true);
  });

  test("of an error is read to its end up to the cap, so that the connection stays", async () => {
    expect(await read([bytes(120), bytes(121)], 2, 500)).toMatchObject({
      result: { name: "ApiError", body: "xy" },
      cancelled: false,
    });
    expect(await read([bytes(120), bytes(121), bytes(122)], 1, 500)).toMatchObject({
      result: { name: "ResponseError", status: 500 },
      cancelled: true,
    });
  });

  test.each([["text"], [null], [undefined], [5], [{}]])(
    "of chunks that are no bytes (%j) is a typed error",
    async (chunk) => {
      const { result } = await read([chunk, chunk], 100, 404);
      expect((result as Error).name).toMatch(/^(ConnectionError|ResponseError|ApiError)$/);
    },
  );
});

describe("a body's text", () => {
  const text = (body: Uint8Array, type?: string): string =>
    decode(body, new Headers(type === undefined ? {} : { "content-type": type }));

  test.each([
    [undefined, bytes(0xc3, 0xab), "\u00eb"],
    ["application/json", bytes(0xef, 0xbb, 0xbf, 0x61), "a"],
    ["text/plain; charset=latin1", bytes(0xeb), "\u00eb"],
    ['text/plain;Charset="UTF-8"; x=y', bytes(0xc3, 0xab), "\u00eb"],
    ["text/plain; charset=utf-16le", bytes(0xeb, 0), "\u00eb"],
  ])("with the content type %j", (type, body, expected) => {
    expect(text(body, type)).toBe(expected);
  });

  test("is read well after another that broke off", () => {
    expect(() => text(bytes(0x61, 0xf0, 0x9f))).toThrow(TypeError);
    expect(text(bytes(0xef, 0xbb, 0xbf, 0x62))).toBe("b");
  });

  test("is refused where it is not of its charset", () => {
    expect(() => text(bytes(0xeb))).toThrow(TypeError);
    expect(() => text(bytes(0x61), "text/plain; charset=klingon")).toThrow(RangeError);
  });
});
