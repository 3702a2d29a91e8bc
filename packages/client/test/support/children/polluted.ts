import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Agent, request as send } from "undici";
import { callOptions, clientOptions } from "../../../src/options/checks.ts";
import { undiciTransport } from "../../../src/undici.ts";
import { KEY } from "../secrets.ts";
import { stubFetch } from "../stub-fetch.ts";
import { createSynthetic, httpOf, method, type AnyOptions } from "../synthetic-api.ts";

// Tries every name of an option as a member of `Object.prototype`, and reports where that changes what is sent, or what comes
// of it. In a process of its own: whatever else runs in it would see the member, too.

const never = (): never => {
  throw new Error("polluted");
};
/** What would change a call that took it. */
const EVIL: Readonly<Record<string, unknown>> = {
  apiKey: "polluted-key",
  baseUrl: "https://polluted.example.test",
  timeoutMs: 1,
  totalTimeoutMs: 1,
  maxRetries: 0,
  maxResponseBytes: 1,
  headers: { "x-polluted": "1" },
  fetch: never,
  transport: { send: never },
  onEvent: (): void => void (told += 1),
  dangerouslyAllowBrowser: true,
  dangerouslyAllowInsecureHttp: true,
  signal: AbortSignal.abort(),
  idempotent: true,
  dispatcher: { dispatch: never },
  params: { path: { id: "polluted" }, query: { limit: 1 } },
  path: { id: "polluted" },
  query: { limit: 1 },
  header: { "X-Trace-Id": "polluted" },
  body: { polluted: true },
  parseAs: "text",
  middleware: [{ onRequest: never }],
  querySerializer: () => "polluted",
  pathSerializer: () => "/polluted",
  bodySerializer: () => "polluted",
  Request: never,
};
let told = 0;

// Back-offs are passed over; time-outs stay.
const { setTimeout: wait } = globalThis;
const patched = (run: () => void, ms: number, ...given: []): unknown =>
  wait(run, ms < 10_000 && ms > 10 ? 0 : ms, ...given);
globalThis.setTimeout = patched as typeof setTimeout;

const server = createServer((request, response) => {
  response.end(JSON.stringify({ url: request.url, headers: Object.keys(request.headers) }));
}).listen(0, "127.0.0.1");
await new Promise((resolve) => {
  server.once("listening", resolve);
});
const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
const thing = { path: { id: "1" } };
const bare = (options: AnyOptions) => method(createSynthetic(options), "getThing")(thing);

/** Ways to call, each with all that it leaves to defaults. */
const WAYS: Readonly<Record<string, (fetch: unknown) => unknown>> = {
  "with a retry": (fetch) => bare({ apiKey: KEY, fetch }),
  "with options": (fetch) => method(createSynthetic({ apiKey: KEY, fetch }), "getThing")(thing, {}),
  "that is not repeated": (fetch) => method(createSynthetic({ apiKey: KEY, fetch }), "createThing")({ body: {} }),
  "without an input": (fetch) => method(createSynthetic({ apiKey: KEY, fetch }), "listThings")(),
  "with a header missing": (fetch) => method(createSynthetic({ apiKey: KEY, fetch }), "headerKeyed")({}),
  "without a key": (fetch) => bare({ fetch }),
  "on plain http": (fetch) => bare({ apiKey: KEY, fetch, baseUrl: "http://api.example.test" }),
  "in a page": (fetch) => {
    Object.assign(globalThis, { window: { document: {} } });
    try {
      return bare({ apiKey: KEY, fetch });
    } finally {
      delete (globalThis as { window?: unknown }).window;
    }
  },
  "by openapiFetch": (fetch) =>
    httpOf(createSynthetic({ apiKey: KEY, fetch })).GET("/things/{id}", { params: { path: { id: "1" } } }),
  "by openapiFetch, without options": (fetch) => httpOf(createSynthetic({ apiKey: KEY, fetch })).GET("/things"),
  "by fetch itself": () => bare({ apiKey: KEY, baseUrl }),
  "by undici": () => bare({ apiKey: KEY, baseUrl, transport: undiciTransport() }),
};

/** Bare calls of the platform. What changes one of them is the platform's own fault. */
const made = (): unknown => new Request(baseUrl, { method: "GET", headers: {} }).url;
const CONTROLS: Readonly<Record<string, () => unknown>> = {
  "by openapiFetch": made,
  "by openapiFetch, without options": made,
  "by fetch itself": async () =>
    (await fetch(baseUrl, { method: "GET", headers: {}, body: null, signal: null })).json(),
  "by undici": async () => {
    const { body } = await send(baseUrl, {
      dispatcher: new Agent(),
      method: "GET",
      headers: {},
      body: null,
      signal: null,
    });
    return body.json();
  },
};

async function controls(): Promise<Map<string, string>> {
  const all = new Map<string, string>();
  for (const [name, call] of Object.entries(CONTROLS)) {
    const result = (async () => call())().catch((error: unknown) => String(error));
    all.set(name, JSON.stringify(await result));
  }
  return all;
}

/** What each way sends and comes to. */
async function outcomes(): Promise<Map<string, string>> {
  const all = new Map<string, string>();
  told = 0;
  for (const [name, call] of Object.entries(WAYS)) {
    const { fetch, seen } = stubFetch((_, number) =>
      number === 1 ? new Response("{}", { status: 503 }) : Response.json({ ok: true }),
    );
    let result: unknown;
    try {
      result = await call(fetch);
    } catch (error) {
      result = String(error);
    }
    const sent = seen.map((request) => [request.method, request.url, [...request.headers], request.body ?? null]);
    const { data, error } = Object(result) as { data?: unknown; error?: unknown };
    all.set(name, JSON.stringify([sent, data ?? error ?? result, told]));
  }
  return all;
}

const clean = await outcomes();
const bareClean = await controls();
const names = new Set([...Object.keys(clientOptions), ...Object.keys(callOptions), ...Object.keys(EVIL)]);
const changed: string[] = [];
const skipped: string[] = [];
for (const name of names) {
  if (!Object.hasOwn(EVIL, name)) changed.push(`${name} is not tried`);
  // oxlint-disable-next-line no-extend-native -- that is what is tried
  Object.defineProperty(Object.prototype, name, {
    value: EVIL[name],
    enumerable: true,
    configurable: true,
    writable: true,
  });
  const polluted = await outcomes();
  const barePolluted = await controls();
  delete (Object.prototype as Record<string, unknown>)[name];
  for (const [way, outcome] of polluted) {
    if (barePolluted.get(way) !== bareClean.get(way)) skipped.push(`${name}, ${way}`);
    else if (outcome !== clean.get(way)) changed.push(`${name}, ${way}: ${outcome}, not ${clean.get(way)}`);
  }
}
server.closeAllConnections();
server.close();
console.log(JSON.stringify({ tried: [...names], ways: clean.size, changed, skipped }));
process.exit();
