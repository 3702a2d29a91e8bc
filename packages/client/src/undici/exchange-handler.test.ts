import { getEventListeners, once } from "node:events";
import type { ServerResponse } from "node:http";
import { describe, expect, test } from "vitest";
import { serve } from "../../test/support/http-server.ts";
import { createSynthetic, method } from "../../test/support/synthetic-api.ts";
import { clientOver, undicis } from "../../test/undici/client.ts";
import { undiciTransport } from "../undici.ts";
import type { DispatchHandler } from "./dispatcher.ts";

const HALF = '{"ok":';
const START = (response: ServerResponse): void => void response.write(HALF);

describe.each(undicis)("over $name", ({ undici }) => {
  test.each([
    ["before the headers", () => {}],
    ["within a body", START],
  ])("a call that is aborted %s closes its connection", async (_, begin) => {
    const controller = new AbortController();
    let closed: Promise<unknown> | undefined;
    await using server = await serve((__, response) => {
      closed = once(response, "close");
      begin(response);
      setImmediate(() => controller.abort());
    });
    const agent = new undici.Agent();
    const call = method(clientOver(agent, server.origin), "open")({}, { signal: controller.signal });
    await expect(call).rejects.toMatchObject({ name: "AbortError" });
    await closed;
    await agent.destroy();
  });

  test("a body over its cap closes its connection", async () => {
    let closed: Promise<unknown> | undefined;
    await using server = await serve((_, response) => {
      closed = once(response, "close");
      response.write("x".repeat(1_000));
    });
    const agent = new undici.Agent();
    const call = method(clientOver(agent, server.origin), "open")({}, { maxResponseBytes: 100 });
    await expect(call).rejects.toMatchObject({ name: "ResponseError" });
    await closed;
    await agent.destroy();
  });

  test("a call that is aborted while it waits for a connection is never sent", async () => {
    const seen: string[] = [];
    const controller = new AbortController();
    const held: ServerResponse[] = [];
    await using server = await serve((request, response) => {
      seen.push(request.url as string);
      if (request.url === "/v1/open") held.push(response);
      else response.end("{}");
      controller.abort();
    });
    const agent = new undici.Agent({ connections: 1 });
    const client = clientOver(agent, server.origin);
    const first = method(client, "open")();
    const waiting = method(client, "anyJson")({}, { signal: controller.signal });
    await expect(waiting).rejects.toMatchObject({ name: "AbortError" });
    held[0]?.end("{}");
    await expect(first).resolves.toEqual({});
    await method(client, "exportText")();
    expect(seen).toEqual(["/v1/open", "/v1/export.csv"]);
    await agent.destroy();
  });

  test("a request leaves nothing on its signal, whichever way it ends", async () => {
    await using server = await serve((request, response) => {
      if (request.url === "/reset") response.socket?.destroy();
      else response.end("{}");
    });
    const agent = new undici.Agent();
    const transport = undiciTransport({ dispatcher: agent });
    const { signal } = new AbortController();
    const request = { method: "GET", headers: {}, body: undefined, signal, redirect: "manual" } as const;
    const send = (path: string) => transport(server.origin + path, request, "get");
    const whole = (await send("/")).body?.getReader?.();
    while (!(await whole?.read())?.done);
    await (await send("/")).body?.getReader?.().cancel();
    await expect(send("/reset")).rejects.toThrow(/closed|reset/i);
    expect(getEventListeners(signal, "abort")).toEqual([]);
    await agent.destroy();
  });

  test("a header's value that is no Latin-1 text does not keep a Response from being made", async () => {
    await using server = await serve((_, response) => {
      response.socket?.end(
        Buffer.concat([
          Buffer.from("HTTP/1.1 200 OK\r\nx-name: "),
          Buffer.from([0xeb, 0x20, 0xe2, 0x82, 0xac]),
          Buffer.from("\r\ncontent-length: 2\r\n\r\n{}"),
        ]),
      );
    });
    const agent = new undici.Agent();
    const { data, response } = await method(clientOver(agent, server.origin), "open")().withResponse();
    expect([data, response.headers.has("x-name")]).toEqual([{}, true]);
    await agent.destroy();
  });
});

test("a closed transport refuses also where its dispatcher is another's", async () => {
  const transport = undiciTransport({ dispatcher: { dispatch: () => true } as never });
  await transport.close();
  const request = { method: "GET", headers: {}, body: undefined, redirect: "manual" } as const;
  const sent = transport("http://127.0.0.1", { ...request, signal: new AbortController().signal }, "get");
  await expect(sent).rejects.toMatchObject({ name: "ConfigError", operation: "get" });
});

describe("what a dispatcher tells of a length that is not kept", () => {
  const mismatch = Object.assign(new Error("mismatch"), { code: "UND_ERR_RES_CONTENT_LENGTH_MISMATCH" });
  const telling = (status: number, error: unknown) => ({
    dispatch(_: unknown, handler: DispatchHandler): boolean {
      handler.onRequestStart({ abort() {}, pause() {}, resume() {} });
      handler.onResponseStart({} as never, status, { "content-encoding": "unknown", "content-length": "9" }, "");
      if (status === 200) handler.onResponseData({} as never, new TextEncoder().encode("{}"));
      // Later, as a network has it, where nothing catches what a handler throws.
      setImmediate(() => {
        try {
          handler.onResponseError(null, error as Error);
        } catch {
          // The call would never settle.
        }
      });
      return true;
    },
  });
  const call = (name: string, status: number, error: unknown): Promise<unknown> => {
    const transport = undiciTransport({ dispatcher: telling(status, error) });
    return method(
      createSynthetic({ apiKey: "the-key-1", maxRetries: 0, timeoutMs: 2_000, transport }),
      name,
    )({ path: { id: "1" } });
  };

  test("is a ResponseError, and nothing where there is no body to be short", async () => {
    await expect(call("getThing", 200, mismatch)).rejects.toMatchObject({ name: "ResponseError", status: 200 });
    await expect(call("deleteThing", 204, mismatch)).resolves.toBeUndefined();
  });

  test("and any failure settles the call, even one that lets nobody look", async () => {
    const hidden = new Proxy(new Error("hidden"), {
      get() {
        throw new Error("not to be looked at");
      },
    });
    await expect(call("getThing", 200, hidden)).rejects.toMatchObject({ name: "ConnectionError" });
  });
});
