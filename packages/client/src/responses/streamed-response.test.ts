import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, expectTypeOf, test } from "vitest";
import { stubFetch } from "../../test/support/stub-fetch.ts";
import { createSynthetic, method } from "../../test/support/synthetic-api.ts";
import { ofFetch } from "../../test/support/transport.ts";
import type { ApiDefinition } from "../definition/api-definition.ts";
import type { ApiError } from "../errors/api-error.ts";
import type { ApiPromise, StreamableOperation } from "../operations/operation.ts";
import { streamedResponse, streamOptions } from "./streamed-response.ts";

const api: ApiDefinition = {
  baseUrl: "https://a.test/v1",
  serializers: { options: streamOptions, finish: streamedResponse },
  operations: {
    download: { method: "GET", path: "/file", responses: { 200: "binary", 404: "object" } },
    plain: { method: "GET", path: "/plain", responses: { 200: "object" } },
  },
};

let respond: (response: ServerResponse) => void;
const server = createServer((_, response) => respond(response));
let baseUrl: string;
beforeAll(async () => {
  await once(server.listen(0, "127.0.0.1"), "listening");
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

type Stream = ReadableStream<Uint8Array>;

async function download(
  options: object = {},
  handler: typeof respond = (response) => void response.end("ab"),
): Promise<Stream> {
  respond = handler;
  const client = createSynthetic({ baseUrl, maxRetries: 0 }, api);
  return (await method(client, "download")({}, { as: "stream", ...options })) as Stream;
}

async function read(stream: Stream): Promise<string> {
  let text = "";
  for await (const chunk of stream) text += Buffer.from(chunk).toString("latin1");
  return text;
}

/** Writes a part, and leaves the rest to whoever asked. */
const begin = (response: ServerResponse): void => {
  response.writeHead(200, { "content-type": "application/octet-stream" });
  response.write("begun");
};

describe('a download with `as: "stream"`', () => {
  test("resolves when the headers are there, and gives the chunks as they come", async () => {
    let open: ServerResponse | undefined;
    const stream = await download({}, (response) => {
      begin(response);
      open = response;
    });
    const reader = stream.getReader();
    expect(Buffer.from((await reader.read()).value ?? []).toString()).toBe("begun");
    open?.end("ended");
    expect(Buffer.from((await reader.read()).value ?? []).toString()).toBe("ended");
    expect((await reader.read()).done).toBe(true);
  });

  test("gives the response beside it, and bytes without it", async () => {
    respond = (response) => void response.writeHead(200, { "x-request-id": "7" }).end("ab");
    const client = createSynthetic({ baseUrl }, api);
    const call = method(client, "download")({}, { as: "stream" }) as unknown as ApiPromise<Stream>;
    const { data, response } = await call.withResponse();
    expect([response.status, response.headers.get("x-request-id"), await read(data)]).toEqual([200, "7", "ab"]);
    expect(await method(client, "download")()).toEqual(new Uint8Array([97, 98]));
  });

  test("is decompressed, and has an error status told as ever", async () => {
    const gzipped = gzipSync("a".repeat(100_000));
    const stream = await download({}, (response) => {
      response.writeHead(200, { "content-encoding": "gzip", "content-length": gzipped.length }).end(gzipped);
    });
    expect(await read(stream)).toHaveLength(100_000);
    const refused = download({}, (response) => void response.writeHead(404).end('{"title":"No file"}'));
    await expect(refused).rejects.toMatchObject({ name: "ApiError", status: 404, message: "download: 404 No file" });
  });

  test.each([
    [
      "more than its cap",
      { maxResponseBytes: 4 },
      "ab".repeat(4),
      "ResponseError",
      "is larger than maxResponseBytes (4)",
    ],
    ["no chunk in time", { timeoutMs: 100 }, undefined, "TimeoutError", "timed out after 100 ms (timeoutMs)"],
    ["no end in time", { totalTimeoutMs: 150 }, undefined, "TimeoutError", "timed out after 150 ms (totalTimeoutMs)"],
  ])("fails by %s", async (_, options, body, name, message) => {
    const stream = await download(options, (response) => {
      if (body === undefined) begin(response);
      else response.end(body);
    });
    await expect(read(stream)).rejects.toMatchObject({ name, message: expect.stringContaining(message) });
  });

  test("fails where the connection breaks, or the body is cut short", async () => {
    const broken = await download({}, (response) => {
      begin(response);
      response.once("drain", () => undefined);
      setImmediate(() => response.destroy());
    });
    await expect(read(broken)).rejects.toMatchObject({ name: expect.stringMatching(/^(Connection|Response)Error$/) });
  });

  test("ends with the caller's signal, and lets go of the connection when it is cancelled", async () => {
    const closed: Promise<unknown>[] = [];
    const handler = (response: ServerResponse): void => {
      closed.push(once(response, "close"));
      begin(response);
    };
    const controller = new AbortController();
    const aborted = await download({ signal: controller.signal }, handler);
    const reading = read(aborted);
    controller.abort("enough");
    await expect(reading).rejects.toMatchObject({ name: "AbortError", cause: "enough" });
    await (await download({}, handler)).cancel();
    await Promise.all(closed);
    expect(closed).toHaveLength(2);
  });
});

test("a body without a reader, as node-fetch's, is a stream of one piece", ofFetch, async () => {
  const bytes = new TextEncoder().encode("ab");
  const given = { status: 200, ok: true, headers: new Headers(), body: {}, arrayBuffer: async () => bytes.buffer };
  const client = createSynthetic({ fetch: async () => given }, api);
  expect(await read((await method(client, "download")({}, { as: "stream" })) as Stream)).toBe("ab");
});

test("what can't be a stream is refused before anything is sent", async () => {
  const { fetch, seen } = stubFetch();
  const client = createSynthetic({ fetch }, api);
  await expect(method(client, "plain")({}, { as: "stream" })).rejects.toThrow(
    'plain: option "as" is for responses of bytes, which this operation has not',
  );
  await expect(method(client, "download")({}, { as: "text" } as never)).rejects.toThrow(
    'download: option "as" must be "stream"',
  );
  expect(seen).toEqual([]);
});

test("its type follows the option", () => {
  type Download = StreamableOperation<{ path: { id: string } }, Uint8Array, ApiError>;
  const call = (given: Download) => given({ path: { id: "1" } }, { as: "stream" });
  const bytes = (given: Download) => given({ path: { id: "1" } }, { timeoutMs: 1 });
  expectTypeOf(call).returns.toEqualTypeOf<ApiPromise<Stream>>();
  expectTypeOf(bytes).returns.toEqualTypeOf<ApiPromise<Uint8Array>>();
});
