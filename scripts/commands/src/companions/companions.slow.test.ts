import { getEventListeners } from "node:events";
import { createRequire } from "node:module";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { createClient, type ApiDefinition, type ClientOptions } from "@x/client";
import { undiciTransport, type Dispatcher } from "@x/client/undici";
import { describe, expect, test } from "vitest";
import { toolFile, type TOOLS } from "../tarballs/tools.ts";
import { root } from "../workspace/files.ts";
import { serve } from "./local-server.ts";

// What users put beside the client, in its real form: programs that the workspace does not depend on.

// oxlint-disable-next-line typescript/no-explicit-any -- their types are not at hand
type Module = any;

/** Asks for a package that a tool is made of. */
async function from(tool: keyof typeof TOOLS): Promise<(name: string) => Module> {
  return createRequire(await toolFile(tool, "from-here.js"));
}
const ofClient: (name: string) => Module = createRequire(join(root, "packages/client/package.json"));

const api = {
  baseUrl: "https://api.example.test",
  operations: {
    open: { method: "GET", path: "/open", responses: { 200: "object" } },
    gone: { method: "GET", path: "/gone", responses: { 200: "object" } },
    text: { method: "GET", path: "/text", accept: "text/csv", responses: { 200: "text" } },
    bytes: { method: "GET", path: "/bytes", accept: "image/png", responses: { 200: "binary" } },
  },
} as const satisfies ApiDefinition;

type Method = (input?: object, options?: object) => Promise<unknown>;

/** A client of an API with an operation of each kind. */
function clientOf(options: ClientOptions): Record<keyof typeof api.operations, Method> {
  return createClient(
    api,
    { apiKey: "COMPANIONS_API_KEY", baseUrl: "COMPANIONS_BASE_URL" },
    { apiKey: "key", ...options },
  );
}

describe("OpenTelemetry's undici instrumentation", () => {
  test.each([
    ["7.0.0", async () => (await from("undici 7.0"))("undici")],
    ["7", async () => ofClient("undici")],
    ["8", async () => ofClient("undici-8")],
  ])("makes a span of each request over undici %s, and passes its context on", async (_, load) => {
    const need = await from("opentelemetry");
    const { NodeTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } = need("@opentelemetry/sdk-trace-node");
    const { UndiciInstrumentation } = need("@opentelemetry/instrumentation-undici");
    const exporter = new InMemorySpanExporter();
    const provider = new NodeTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
    provider.register();
    const instrumentation = new UndiciInstrumentation();
    instrumentation.setTracerProvider(provider);
    instrumentation.enable();
    const parents: unknown[] = [];
    await using server = await serve((request, response) => {
      parents.push(String(request.headers["traceparent"]).split("-")[2]);
      if (request.url === "/text") response.socket?.destroy();
      else response.writeHead(request.url === "/gone" ? 404 : 200).end("{}");
    });
    const dispatcher = new ((await load()) as Module).Agent();
    const client = clientOf({ baseUrl: server.origin, maxRetries: 0, transport: undiciTransport({ dispatcher }) });
    await client.open();
    await expect(client.gone()).rejects.toMatchObject({ name: "ApiError", status: 404 });
    await expect(client.text()).rejects.toMatchObject({ name: "ConnectionError" });
    const spans = exporter.getFinishedSpans() as Module[];
    expect(spans.map(({ attributes }) => attributes["url.path"])).toEqual(["/open", "/gone", "/text"]);
    expect(spans.map(({ attributes }) => attributes["http.response.status_code"])).toEqual([200, 404, undefined]);
    expect(parents).toEqual(spans.map((span) => span.spanContext().spanId));
    instrumentation.disable();
    await provider.shutdown();
    await dispatcher.destroy();
  });
});

describe("a dispatcher of undici 6", () => {
  test.each(["Agent", "ProxyAgent", "RetryAgent", "Pool", "composed"])(
    "is a ConfigError that says which serve: %s",
    async (kind) => {
      const undici = (await from("undici 6"))("undici");
      let requests = 0;
      await using server = await serve((_, response) => void (requests++, response.end("{}")));
      const agent = new undici.Agent();
      const dispatcher: Dispatcher & { close(): Promise<void> } =
        kind === "composed"
          ? agent.compose(undici.interceptors.redirect({ maxRedirections: 2 }))
          : kind === "Agent"
            ? agent
            : new undici[kind](kind === "RetryAgent" ? agent : server.origin);
      const { signal } = new AbortController();
      const call = clientOf({ baseUrl: server.origin, transport: undiciTransport({ dispatcher }) }).open(
        {},
        { signal },
      );
      await expect(call).rejects.toMatchObject({
        name: "ConfigError",
        operation: "open",
        message: expect.stringContaining("not of undici 7 or 8"),
      });
      expect({ requests, listeners: getEventListeners(signal, "abort") }).toEqual({ requests: 0, listeners: [] });
      await agent.close();
    },
  );
});

describe.each(["node-fetch", "cross-fetch"])("%s", (name) => {
  const BIG = 11 * 2 ** 20;
  const bodies: Readonly<Record<string, Buffer>> = {
    "/open": gzipSync('{"a":"ü"}'),
    "/gone": gzipSync('{"title":"no such thing"}'),
    "/text": gzipSync("a;b\n"),
    "/bytes": gzipSync(Buffer.from([0, 255])),
  };

  test("is read by its own means: JSON, text, bytes, an error, a redirect", async () => {
    await using server = await serve((request, response) => {
      const { url = "" } = request;
      const status = url === "/gone" ? 404 : 200;
      response.writeHead(status, { "content-encoding": "gzip" }).end(bodies[url]);
    });
    const client = clientOf({ baseUrl: server.origin, maxRetries: 0, fetch: (await from("other fetches"))(name) });
    await expect(client.open()).resolves.toEqual({ a: "ü" });
    await expect(client.text()).resolves.toBe("a;b\n");
    await expect(client.bytes()).resolves.toEqual(new Uint8Array([0, 255]));
    await expect(client.gone()).rejects.toMatchObject({ status: 404, body: { title: "no such thing" } });
  });

  test("fails in the right class: cap, redirect, reset, half a body, time-out", async () => {
    let requests = 0;
    let mode = "";
    await using server = await serve((_, response) => {
      requests += 1;
      if (mode === "cap") response.end(Buffer.alloc(BIG));
      else if (mode === "redirect") response.writeHead(302, { location: "/elsewhere" }).end();
      else if (mode === "reset") response.socket?.destroy();
      else if (mode === "half") {
        response.writeHead(200, { "content-length": 100 }).write("{");
        setImmediate(() => response.socket?.destroy());
      }
    });
    const fetch = (await from("other fetches"))(name);
    const client = clientOf({ baseUrl: server.origin, maxRetries: 0, timeoutMs: 1_000, fetch });
    const names: Record<string, unknown> = {};
    for (mode of ["cap", "redirect", "reset", "half", "silence"])
      names[mode] = await client.open().catch((error: Error) => error.name);
    expect(names).toEqual({
      cap: "ResponseError",
      redirect: "ResponseError",
      reset: "ConnectionError",
      // They don't tell of its end: the deadline does.
      half: "TimeoutError",
      silence: "TimeoutError",
    });
    expect(requests).toBe(5);
  });
});
