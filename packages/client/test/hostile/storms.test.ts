import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, test } from "vitest";
import { createSynthetic, method } from "../support/synthetic-api.ts";

async function listen(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<{ baseUrl: string; server: Server; sockets: () => number }> {
  let sockets = 0;
  const server = createServer(answer).on("connection", () => (sockets += 1));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return { baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`, server, sockets: () => sockets };
}

async function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  server.close();
  await once(server, "close");
}

/** Calls one after another in so many lanes at once; failures are counted, not thrown. */
async function inLanes(calls: number, lanes: number, call: () => Promise<unknown>): Promise<number> {
  let left = calls;
  let failures = 0;
  const lane = async (): Promise<void> => {
    while (left-- > 0) await call().catch(() => (failures += 1));
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return failures;
}

describe("5,000 calls at 100 in flight, of which a fifth fails with 128 kB", () => {
  test("open no more than 200 sockets", async () => {
    const failure = JSON.stringify({ title: "x".repeat(131_072) });
    let requests = 0;
    const { baseUrl, server, sockets } = await listen((request, response) => {
      request.resume();
      response.statusCode = ++requests % 5 ? 200 : 400;
      response.end(requests % 5 ? "[]" : failure);
    });
    const client = createSynthetic({ apiKey: "key", baseUrl });
    const failures = await inLanes(5_000, 100, () => method(client, "listThings")());
    await stop(server);
    console.info(`sockets opened: ${sockets()}`);
    expect({ requests, failures }).toEqual({ requests: 5_000, failures: 1_000 });
    expect(sockets()).toBeLessThanOrEqual(200);
  });
});

describe("a full outage", () => {
  test("gets 24 requests at most by 20 calls, once the budget is spent", async () => {
    let requests = 0;
    const { baseUrl, server } = await listen((request, response) => {
      request.resume();
      requests += 1;
      response.writeHead(503).end("{}");
    });
    const client = createSynthetic({ apiKey: "key", baseUrl, maxRetries: 2 });
    const list = (): Promise<unknown> => method(client, "listThings")();
    await inLanes(60, 60, list);
    // 60 calls, and the hundred retries that the budget holds.
    expect(requests).toBe(160);
    requests = 0;
    expect(await inLanes(20, 20, list)).toBe(20);
    await stop(server);
    console.info(`requests by 20 calls: ${requests}`);
    expect(requests).toBeLessThanOrEqual(24);
  });

  test("does not touch another client's budget", async () => {
    let requests = 0;
    const { baseUrl, server } = await listen((request, response) => {
      request.resume();
      requests += 1;
      response.writeHead(503).end("{}");
    });
    await inLanes(1, 1, () => method(createSynthetic({ apiKey: "key", baseUrl }), "listThings")());
    await stop(server);
    expect(requests).toBe(3);
  });

  test("ends, and the budget fills again by successes", async () => {
    let down = true;
    let requests = 0;
    const { baseUrl, server } = await listen((request, response) => {
      request.resume();
      requests += 1;
      response.writeHead(down ? 503 : 200).end("[]");
    });
    const client = createSynthetic({ apiKey: "key", baseUrl, maxRetries: 2 });
    const list = (): Promise<unknown> => method(client, "listThings")();
    await inLanes(60, 60, list);
    down = false;
    await inLanes(50, 10, list);
    down = true;
    requests = 0;
    await inLanes(1, 1, list);
    await stop(server);
    expect(requests).toBe(3);
  });
});
