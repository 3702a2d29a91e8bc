import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ApiDefinition, Environment } from "@x/client";
import { root } from "./test-synthetic.ts";
import { makeSynthetic, type Synthetic } from "./test-synthetic.ts";

let synthetic: Synthetic;

beforeAll(async () => {
  synthetic = await makeSynthetic();
  // What runs is the client's sources: no build is needed, and none can be stale.
  const client = JSON.stringify(join(root, "packages/client/src/index.ts"));
  const text = synthetic.generated("operations.ts").replaceAll('"@x/client"', client);
  writeFileSync(join(synthetic.folder, "running.ts"), text);
});
afterAll(() => synthetic.remove());

interface Seen {
  method: string;
  url: string;
  headers: Record<string, string>;
  body: unknown;
}
type Methods = Record<string, (input?: object) => Promise<unknown>>;
type CreateClient = (api: ApiDefinition, environment: Environment, options: object) => Methods;

/** A call of the generated client; what it sent. */
async function call(
  name: string,
  input: object | undefined,
  answer: () => Response,
): Promise<{ seen: Seen; result: unknown }> {
  const { default: api } = (await import(join(synthetic.folder, "running.ts"))) as {
    default: ApiDefinition;
  };
  // By a path that the compiler does not follow: the client is written for browsers, these scripts are not.
  const { createClient } = (await import(join(root, "packages/client/src/create-client.ts"))) as {
    createClient: CreateClient;
  };
  let seen: Seen | undefined;
  const client = createClient(
    api,
    { apiKey: "SYNTHETIC_API_KEY", baseUrl: "SYNTHETIC_BASE_URL" },
    {
      apiKey: "key",
      credentials: { headerKey: "key" },
      fetch: async (url: string, { method, headers, body }: RequestInit) => {
        seen = { method: method ?? "", url, headers: Object.fromEntries(new Headers(headers)), body };
        return answer();
      },
    },
  );
  const result = await client[name]?.(input);
  return { seen: seen as Seen, result };
}
const BASE = "https://eu.example.test/v3";
const object = (): Response => new Response('{"id":"1","name":"a"}');
const json = { accept: "application/json", authorization: "Bearer key" };
const sendsJson = { ...json, "content-type": "application/json" };

describe("a call of the generated client", () => {
  test("goes to the first server, its variables at their defaults", async () => {
    const { seen, result } = await call("getWidgetsById", { path: { id: "a/b" } }, object);
    expect(seen).toMatchObject({ method: "GET", url: `${BASE}/widgets/a%2Fb`, headers: { "x-api-key": "key" } });
    expect(seen.headers).not.toHaveProperty("authorization");
    expect(result).toEqual({ id: "1", name: "a" });
  });

  test("sends filters, lists, dates, JSON and header parameters as the spec has them", async () => {
    const query = {
      filter: { date_created_at: { gte: "2026" } },
      tags: ["a", "b"],
      page: 2,
      since: new Date(0),
      kind: ["c", "d"],
      x: { a: 1 },
    };
    const { seen } = await call("listWidgets", { query, header: { "X-Trace-Id": "t" } }, () => new Response("[]"));
    expect(seen.url).toBe(
      `${BASE}/widgets?filter[date_created_at][gte]=2026&tags=a%7Cb&page=2&since=1970-01-01T00%3A00%3A00.000Z&kind=c&kind=d&x=%7B%22a%22%3A1%7D`,
    );
    expect(seen.headers).toEqual({ ...json, "x-trace-id": "t" });
  });

  test.each([
    ["createWidget", { body: { name: "a" } }, "POST", "/widgets", 201, '{"name":"a"}'],
    ["replaceWidget", { path: { id: "1" }, body: { name: "a" } }, "PUT", "/widgets/1", 200, '{"name":"a"}'],
    ["patchWidget", { path: { id: "1" }, body: {} }, "PATCH", "/widgets/1", 200, "{}"],
  ])("%s sends JSON", async (name, input, method, path, status, body) => {
    const { seen } = await call(name, input, () => new Response("{}", { status }));
    expect(seen).toEqual({ method, url: BASE + path, headers: sendsJson, body });
  });

  test("deletes with a body, and understands an empty answer", async () => {
    const { seen, result } = await call(
      "bulkDelete",
      { body: { ids: ["a"] } },
      () => new Response(null, { status: 204 }),
    );
    expect(seen).toEqual({ method: "DELETE", url: `${BASE}/widgets`, headers: sendsJson, body: '{"ids":["a"]}' });
    expect(result).toBeUndefined();
    expect(
      (await call("createWidget", { body: { name: "a" } }, () => new Response(null, { status: 202 }))).result,
    ).toBeUndefined();
  });

  test("sends forms and files", async () => {
    const form = await call("submitForm", { body: { a: "b c", b: 1 } }, object);
    expect(form.seen).toMatchObject({
      body: "a=b%20c&b=1",
      headers: { "content-type": "application/x-www-form-urlencoded" },
    });
    const upload = await call(
      "upload",
      { body: { file: new Blob(["hi"]), note: "n" } },
      () => new Response("{}", { status: 201 }),
    );
    const { body, headers } = upload.seen;
    const sent = await new Response(body as Blob, { headers: headers as Record<string, string> }).formData();
    expect([...sent.keys()]).toEqual(["file", "note"]);
  });

  test("reads text and bytes, without a key where none is asked for", async () => {
    const text = await call("exportCsv", undefined, () => new Response("a,b"));
    expect(text).toMatchObject({ result: "a,b", seen: { headers: { accept: "text/csv" } } });
    expect(text.seen.headers).not.toHaveProperty("authorization");
    const bytes = await call("download", undefined, () => new Response(new Uint8Array([1, 2])));
    expect(bytes).toMatchObject({ result: new Uint8Array([1, 2]), seen: { headers: { accept: "application/pdf" } } });
  });
});
