import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { bodyOf, serve } from "../support/http-server.ts";
import { method } from "../support/synthetic-api.ts";
import { clientOver, undicis, type Undici } from "./client.ts";

/** A transport's own client, with an Agent that ends with the test. */
function withAgent(undici: Undici): AsyncDisposable & { of: InstanceType<Undici["Agent"]> } {
  const of = new undici.Agent();
  return { of, [Symbol.asyncDispose]: () => of.destroy() };
}

const LONG = JSON.stringify({ fill: "ab".repeat(50_000) });
const codings = [
  ["gzip", gzipSync(LONG)],
  ["x-gzip", gzipSync(LONG)],
  ["deflate", deflateSync(LONG)],
  ["deflate", deflateRawSync(LONG)],
  ["br", brotliCompressSync(LONG)],
  ["zstd", zstdCompressSync(LONG)],
  ["deflate, br, gzip", gzipSync(brotliCompressSync(deflateSync(LONG)))],
] as const;

describe.each(undicis)("over $name, a request's body", ({ undici }) => {
  test("FormData goes out as multipart with its boundary, its length and its files' types, the same in each attempt", async () => {
    const seen: { type: string; length: string; form: FormData }[] = [];
    await using server = await serve(async (request, response) => {
      const { "content-type": type = "", "content-length": length = "" } = request.headers;
      const bytes = await bodyOf(request);
      expect(bytes.length).toBe(Number(length));
      seen.push({ type, length, form: await new Response(bytes, { headers: { "content-type": type } }).formData() });
      response.writeHead(seen.length === 1 ? 503 : 201).end("{}");
    });
    await using agent = withAgent(undici);
    const body = new FormData();
    body.append('na"me\r\n', "line\nline");
    body.append("file", new File([new Uint8Array([0, 255, 13, 10])], 'a"ü.bin', { type: "image/png" }));
    body.append("blob", new Blob(["x".repeat(200_000)]));
    const options = { idempotent: true, maxRetries: 1 };
    await method(clientOver(agent.of, server.origin), "upload")({ body }, options);
    expect(seen).toHaveLength(2);
    for (const { type, form } of seen) {
      expect(type).toMatch(/^multipart\/form-data; boundary=[\w-]{20,70}$/);
      expect([...form.values()][0]).toBe("line\r\nline");
      const file = form.get("file") as File;
      expect([file.name, file.type]).toEqual(['a"ü.bin', "image/png"]);
      expect(new Uint8Array(await file.arrayBuffer())).toEqual(new Uint8Array([0, 255, 13, 10]));
      expect([(form.get("blob") as File).size, (form.get("blob") as File).type]).toEqual([
        200_000,
        "application/octet-stream",
      ]);
    }
  });

  test("text has its length and its type, in UTF-8", async () => {
    await using server = await serve(async (request, response) => {
      const { "content-type": type, "content-length": length } = request.headers;
      response.writeHead(201).end(JSON.stringify({ type, length, text: String(await bodyOf(request)) }));
    });
    await using agent = withAgent(undici);
    const body = { a: "ü" };
    const seen = await method(clientOver(agent.of, server.origin), "createThing")({ body });
    expect(seen).toEqual({ type: "application/json", length: "10", text: '{"a":"ü"}' });
  });
});

describe.each(undicis)("over $name, a response", ({ undici }) => {
  test.each(codings)("in %s is decoded, whole, and cut anywhere is a ResponseError", async (coding, whole) => {
    await using server = await serve((request, response) => {
      const end = Number(/limit=(\d+)/.exec(request.url as string)?.[1] ?? whole.length);
      // Chunked: the framing says that it is all.
      response.writeHead(200, { "content-encoding": coding });
      response.write(whole.subarray(0, Math.min(end, 3)));
      response.end(whole.subarray(3, end));
    });
    await using agent = withAgent(undici);
    const get = (limit?: number): Promise<unknown> =>
      method(clientOver(agent.of, server.origin), "getThing")({ path: { id: "1" }, query: { limit } });
    await expect(get()).resolves.toEqual(JSON.parse(LONG));
    for (const cut of [1, 2, 10, Math.floor(whole.length / 2), whole.length - 1]) {
      await expect(get(cut), `cut at ${cut}`).rejects.toMatchObject({ name: "ResponseError", status: 200 });
    }
  });

  test("asks for what the runtime decodes, unless the caller asks otherwise", async () => {
    await using server = await serve((request, response) => response.end(JSON.stringify(request.headers)));
    await using agent = withAgent(undici);
    const open = method(clientOver(agent.of, server.origin), "open");
    await expect(open()).resolves.toMatchObject({ "accept-encoding": "gzip, deflate, br, zstd" });
    const headers = { "accept-encoding": "identity" };
    await expect(open({}, { headers })).resolves.toMatchObject(headers);
  });

  test("is made a Response when it is asked for: status, text, duplicate headers, its body read", async () => {
    await using server = await serve((_, response) => {
      response.writeEarlyHints({ link: "</a>; rel=preload" });
      const headers = ["set-cookie", "a=1", "set-cookie", "b=2", "x-two", "1", "x-two", "2", "trailer", "x-sum"];
      response.writeHead(200, "Fine", headers);
      response.addTrailers({ "x-sum": "7" });
      response.end('{"ok":1}');
    });
    await using agent = withAgent(undici);
    const { response } = await method(clientOver(agent.of, server.origin), "open")().withResponse();
    expect(response).toBeInstanceOf(Response);
    expect(response).toMatchObject({ status: 200, statusText: "Fine", ok: true, bodyUsed: true });
    expect(response.headers.getSetCookie()).toEqual(["a=1", "b=2"]);
    expect(response.headers.get("x-two")).toBe("1, 2");
    expect(response.headers.get("content-type")).toBeNull();
  });

  test.each([
    ["\uC131\uACF5", Buffer.from("\uC131\uACF5").toString("latin1")],
    ["a\u0001b", ""],
  ])("whose reason phrase is %j has what a Response takes of it", async (phrase, statusText) => {
    await using server = await serve((_, response) => {
      response.socket?.end(`HTTP/1.1 200 ${phrase}\r\ncontent-length: 2\r\n\r\n{}`);
    });
    await using agent = withAgent(undici);
    const { response } = await method(clientOver(agent.of, server.origin), "open")().withResponse();
    expect(response.statusText).toBe(statusText);
  });

  test.each([
    ["headThing", 200, { "content-length": "500", "content-encoding": "gzip" }],
    ["headThing", 200, { "content-length": "500" }],
    ["deleteThing", 204, { "content-encoding": "gzip" }],
  ])("without a body, by %s with %d, has none to decode or count", async (name, status, headers) => {
    await using server = await serve((_, response) => response.writeHead(status, headers).end());
    await using agent = withAgent(undici);
    const call = method(clientOver(agent.of, server.origin), name)({ path: { id: "1" } });
    const { data, response } = await call.withResponse();
    expect([data, response.status]).toEqual([undefined, status]);
  });

  test("is empty where nothing came of a coding, and as it is in a coding that nobody knows", async () => {
    await using server = await serve((request, response) => {
      const isEmpty = request.url === "/v1/open";
      response.writeHead(404, { "content-encoding": isEmpty ? "gzip" : "rot13" }).end(isEmpty ? "" : "nowhere");
    });
    await using agent = withAgent(undici);
    const client = clientOver(agent.of, server.origin);
    await expect(method(client, "open")()).rejects.toMatchObject({ status: 404, body: undefined });
    await expect(method(client, "anyJson")()).rejects.toMatchObject({ status: 404, body: "nowhere" });
  });

  test("of bytes is a plain Uint8Array with memory of its own", async () => {
    await using server = await serve((_, response) => response.end(Buffer.from([1, 2, 3])));
    await using agent = withAgent(undici);
    const bytes = (await method(clientOver(agent.of, server.origin), "downloadFile")()) as Uint8Array;
    expect(bytes.constructor).toBe(Uint8Array);
    expect(bytes.buffer.byteLength).toBe(3);
  });
});
