import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Agent, request as send } from "undici";
import { undiciTransport } from "../../../src/undici.ts";
import { furnished, open } from "../furnished-api.ts";
import { EVIL, told } from "../polluted-names.ts";
import { KEY } from "../secrets.ts";
import { stubFetch } from "../stub-fetch.ts";
import { createSynthetic, httpOf, method, type AnyOptions } from "../synthetic-api.ts";

// Tries every name of an option as a member of `Object.prototype`, and reports where that changes what is sent, or what comes
// of it. In a process of its own: whatever else runs in it would see the member, too.

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
  "with one of several credentials": (fetch) =>
    method(
      createSynthetic({ apiKey: KEY, fetch }, furnished),
      "get",
    )({ path: { ids: ["a", "b"] }, query: { by: { c: 1 } } }),
  "with a header": (fetch) =>
    method(createSynthetic({ apiKey: KEY, fetch, headers: { "x-a": "1" } }), "open")({}, { headers: { "x-b": "2" } }),
  "of an API without keys": (fetch) => method(createSynthetic({ fetch }, open), "open")(),
  "to another server": (fetch) =>
    method(
      createSynthetic({ apiKey: KEY, fetch, server: { region: "us" } } as AnyOptions, furnished),
      "get",
    )({ path: { ids: ["a"] } }),
  "without a credential": (fetch) => method(createSynthetic({ fetch }, furnished), "get")({ path: { ids: ["a"] } }),
  "with a body and no credential": (fetch) =>
    method(createSynthetic({ apiKey: KEY, fetch }, furnished), "put")({ body: 1 }),
  "of what asks for no key": (fetch) => method(createSynthetic({ apiKey: KEY, fetch }), "open")(),
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

/** What a way is answered with: a response that asks for a retry comes first. Made in time, as the platform's may be polluted. */
function answers(): Response[] {
  return [new Response("{}", { status: 503 }), Response.json({ ok: true }), Response.json({ ok: true })];
}

/** What each way sends and comes to. */
async function outcomes(answersOf: ReadonlyMap<string, Response[]>): Promise<Map<string, string>> {
  const all = new Map<string, string>();
  told.times = 0;
  for (const [name, call] of Object.entries(WAYS)) {
    const { fetch, seen } = stubFetch((_, number) => answersOf.get(name)?.[number - 1] as Response);
    let result: unknown;
    try {
      result = await call(fetch);
    } catch (error) {
      result = String(error);
    }
    const sent = seen.map((request) => [request.method, request.url, [...request.headers], request.body ?? null]);
    const { data, error } = Object(result) as { data?: unknown; error?: unknown };
    all.set(name, JSON.stringify([sent, data ?? error ?? result, told.times]));
  }
  return all;
}

const ready = () => new Map(Object.keys(WAYS).map((way) => [way, answers()]));
const clean = await outcomes(ready());
const bareClean = await controls();
const names = Object.keys(EVIL) as (keyof typeof EVIL)[];
const changed: string[] = [];
const skipped: string[] = [];
for (const name of names) {
  const answersOf = ready();
  // oxlint-disable-next-line no-extend-native -- that is what is tried
  Object.defineProperty(Object.prototype, name, {
    value: EVIL[name],
    enumerable: true,
    configurable: true,
    writable: true,
  });
  const polluted = await outcomes(answersOf);
  const barePolluted = await controls();
  delete (Object.prototype as Record<string, unknown>)[name];
  for (const [way, outcome] of polluted) {
    if (barePolluted.get(way) !== bareClean.get(way)) skipped.push(`${name}, ${way}`);
    else if (outcome !== clean.get(way)) changed.push(`${name}, ${way}: ${outcome}, not ${clean.get(way)}`);
  }
}
server.closeAllConnections();
server.close();
console.log(JSON.stringify({ tried: names, ways: clean.size, changed, skipped }));
process.exit();
