import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, test } from "vitest";
import { runChild } from "../support/child.ts";

const CALLS = 50_000;

interface SignalReport {
  listeners: number;
  mostListeners: number;
  timers: number;
  heapGrowthMb: number;
}

describe(`${CALLS} calls with one shared signal`, () => {
  test("leave no listener and no timer, a flat heap, and let the process end", async () => {
    let requests = 0;
    const server = createServer((request, response) => {
      request.resume();
      requests += 1;
      response.statusCode = requests % 10 ? 200 : 404;
      response.end(requests % 11 ? (request.url?.endsWith("things") ? "[]" : "{}") : "<p>");
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
    const { report, exitMs, code, stderr } = await runChild<SignalReport>(
      new URL("children/signal.ts", import.meta.url),
      [url, String(CALLS)],
      ["--expose-gc"],
    );
    server.closeAllConnections();
    server.close();
    console.info(`${JSON.stringify(report)}, exit after ${Math.round(exitMs)} ms`);
    expect({ code, stderr, requests }).toEqual({ code: 0, stderr: "", requests: CALLS + CALLS / 10 });
    expect(report).toMatchObject({ listeners: 0, timers: 0 });
    // As many as there are calls in flight, however many there were before.
    expect(report.mostListeners).toBeLessThanOrEqual(64);
    expect(report.heapGrowthMb).toBeLessThan(1);
    expect(exitMs).toBeLessThan(1_000);
  });
});
