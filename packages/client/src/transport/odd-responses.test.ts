import { describe, expect, test } from "vitest";
import { createSynthetic, method } from "../../test/support/synthetic-api.ts";
import { ofFetch } from "../../test/support/transport.ts";

const encoded = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const headers = new Headers({ "content-type": "application/json" });
const OK = { ok: true, status: 200, headers };

/** What `times` calls come to, at once or in turn, over a `fetch` that gives this, and how often it was asked. */
async function outcomes(give: () => unknown, { times = 1, operation = "open", atOnce = false } = {}) {
  let asked = 0;
  const fetch = async (): Promise<unknown> => (asked++, give());
  const call = (): Promise<unknown> =>
    method(createSynthetic({ apiKey: "the-key-1", fetch }), operation)().catch((error: Error) => error.name);
  const results: unknown[] = [];
  if (atOnce) results.push(...(await Promise.all(Array.from({ length: times }, call))));
  else for (let n = 0; n < times; n++) results.push(await call());
  return { results, asked };
}

describe("a fetch", ofFetch, () => {
  test.each([false, true])(
    "that gives one Response twice is read once, and refused then; at once: %s",
    async (atOnce) => {
      const response = Response.json({ a: 1 });
      expect(await outcomes(() => response, { times: 2, atOnce })).toEqual({
        results: [{ a: 1 }, "ResponseError"],
        asked: 2,
      });
    },
  );

  test("that gives a Response that was read is refused, once", async () => {
    const response = Response.json({ a: 1 });
    await response.text();
    expect(await outcomes(() => response)).toEqual({ results: ["ResponseError"], asked: 1 });
    const arrayBuffer = (): Promise<never> => Promise.reject(new TypeError("body used already"));
    const ofNodeFetch = { ...OK, bodyUsed: true, body: { pipe() {} }, arrayBuffer };
    expect(await outcomes(() => ofNodeFetch)).toEqual({ results: ["ResponseError"], asked: 1 });
  });

  test.each([
    ["a Node stream for a body", { ...OK, body: { pipe() {} }, arrayBuffer: async () => encoded('{"a":1}').buffer }],
    ["no body to stream", { ...OK, arrayBuffer: async () => encoded('{"a":1}').buffer }],
  ])("without web streams is read by arrayBuffer(): %s", async (_, response) => {
    expect(await outcomes(() => response)).toEqual({ results: [{ a: 1 }], asked: 1 });
    expect(await outcomes(() => response, { operation: "exportText" })).toEqual({ results: ['{"a":1}'], asked: 1 });
    expect(await outcomes(() => response, { operation: "downloadFile" })).toEqual({
      results: [encoded('{"a":1}')],
      asked: 1,
    });
  });

  test("whose reader gives the last chunk with its end loses none", async () => {
    const parts = () => [
      { done: false, value: encoded('{"a"') },
      { done: true, value: encoded(":1}") },
    ];
    const give = () => {
      const left = parts();
      return { ...OK, body: { getReader: () => ({ read: async () => left.shift(), cancel: async () => {} }) } };
    };
    expect(await outcomes(give)).toEqual({ results: [{ a: 1 }], asked: 1 });
  });

  test("without web streams is held to the cap, and to its connection", async () => {
    const large = { ...OK, arrayBuffer: async () => new ArrayBuffer(11 * 2 ** 20) };
    expect(await outcomes(() => large)).toEqual({ results: ["ResponseError"], asked: 1 });
    const broken = { ...OK, arrayBuffer: () => Promise.reject(new Error("aborted")) };
    const client = createSynthetic({ fetch: async () => broken, apiKey: "k", maxRetries: 0 });
    await expect(method(client, "open")()).rejects.toMatchObject({ name: "ConnectionError" });
  });

  test.each([
    ["an empty object", {}],
    ["an array", []],
    ["a number", 7],
    ["headers alone", { headers }],
    [
      "headers that can't be asked",
      { ok: false, status: 404, headers: {}, arrayBuffer: async () => encoded("{}").buffer },
    ],
    ["a body that is a text", { ...OK, body: "{}" }],
    ["nothing but json()", { ...OK, json: async () => ({ a: 1 }) }],
    [
      "members that throw",
      {
        ...OK,
        get status(): number {
          throw new Error("none");
        },
      },
    ],
    ["a body of text", new Response(new ReadableStream({ start: (to) => (to.enqueue("{}"), to.close()) }))],
    ["a body of nothing", new Response(new ReadableStream({ start: (to) => (to.enqueue(undefined), to.close()) }))],
    ["less than it promises", new Response("{}", { headers: { "content-length": "3" } })],
  ])("that gives %s is refused, once", async (_, response) => {
    expect(await outcomes(() => response)).toEqual({ results: ["ResponseError"], asked: 1 });
  });

  test.each([
    ["more bytes than it says", { "content-length": "1" }],
    ["another length in its coding", { "content-length": "100", "content-encoding": "gzip" }],
    ["a length that is no number", { "content-length": "2, 2" }],
  ])("that gives %s is right", async (_, given) => {
    expect(await outcomes(() => new Response("{}", { headers: given }))).toEqual({ results: [{}], asked: 1 });
  });

  test("across origins, where a browser hides the coding, is taken at its end", async () => {
    const response = new Response("{}", { headers: { "content-length": "100" } });
    Object.defineProperty(response, "type", { value: "cors" });
    expect(await outcomes(() => response)).toEqual({ results: [{}], asked: 1 });
  });
});

test.each([
  [
    "members that throw",
    Object.defineProperty({}, "message", {
      get: () => {
        throw new Error("no");
      },
    }),
  ],
  // oxlint-disable-next-line no-thenable -- that is what is tried
  ["a thenable", { then: (settle: (value: unknown) => void) => settle("never") }],
  [
    "a Proxy that lets nobody look",
    new Proxy(
      {},
      {
        get: () => {
          throw new Error("no");
        },
        has: () => {
          throw new Error("no");
        },
      },
    ),
  ],
])("a fetch that fails with %s is a ConnectionError", async (_, thrown) => {
  const fetch = (): Promise<never> => Promise.reject(thrown);
  const call = method(createSynthetic({ apiKey: "the-key-1", maxRetries: 0, fetch }), "open")();
  await expect(call).rejects.toMatchObject({ name: "ConnectionError", operation: "open" });
});
