import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import ts from "typescript";
import type { ApiDefinition } from "../../../packages/client/src/api-definition.ts";
import { root } from "../lib/files.ts";
import { generatePackage } from "./generate-package.ts";

// One OpenAPI document with each thing that the generator knows, from its text to calls of the client it gives.

const fixtures = join(import.meta.dirname, "fixtures");
let folder: string;
let files: Map<string, string>;

/** A workspace with one vendor, whose spec is the text. */
async function generate(text: string): Promise<Map<string, string>> {
  mkdirSync(join(folder, "specs"), { recursive: true });
  mkdirSync(join(folder, "packages/synthetic"), { recursive: true });
  writeFileSync(join(folder, "packages/synthetic/package.json"), '{"type":"module"}');
  writeFileSync(join(folder, "specs/synthetic.yaml"), text);
  return generatePackage(folder, "synthetic");
}
const spec = readFileSync(join(fixtures, "synthetic.yaml"), "utf8");

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "generate-"));
  files = await generate(spec);
  mkdirSync(join(folder, "packages/synthetic/src/generated"), { recursive: true });
  for (const [path, text] of files) writeFileSync(path, text);
  // What runs is the client's sources: no build is needed, and none can be stale.
  const client = JSON.stringify(join(root, "packages/client/src/index.ts"));
  const text = generated("operations.ts").replaceAll('"@x/client"', client);
  writeFileSync(join(folder, "packages/synthetic/src/generated/running.ts"), text);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function generated(name: string): string {
  return files.get(join(folder, "packages/synthetic/src/generated", name)) ?? "";
}

describe("the generated package", () => {
  test("imports of the client what its operations need to be sent", async () => {
    const serializers = "styledParameter, requestBody";
    expect(generated("operations.ts")).toContain(`import { ${serializers} } from "@x/client";\n`);
    expect(generated("operations.ts")).toContain("  serializers: { parameter: styledParameter, body: requestBody },\n");
  });

  test("compiles under the base settings, and forbids what it must", () => {
    const usage = join(folder, "packages/synthetic/src/generated/usage.ts");
    writeFileSync(usage, readFileSync(join(fixtures, "usage.ts.txt")));
    const settings = ts.readConfigFile(join(root, "tsconfig.base.json"), ts.sys.readFile).config as {
      compilerOptions: object;
    };
    const { options, errors } = ts.convertCompilerOptionsFromJson(settings.compilerOptions, root);
    const program = ts.createProgram([usage], {
      ...options,
      noEmit: true,
      declaration: false,
      declarationMap: false,
      isolatedDeclarations: false,
      paths: { "@x/client": [join(root, "packages/client/src/index.ts")] },
    });
    const found = ts.getPreEmitDiagnostics(program).map(({ messageText, file, start }) => {
      const line = file && start !== undefined ? file.getLineAndCharacterOfPosition(start).line + 1 : 0;
      return `${file?.fileName}:${line} ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
    });
    expect([...errors, ...found]).toEqual([]);
  }, 60_000);

  test("is the same to the byte each time", async () => {
    expect(await generate(spec)).toEqual(files);
  });

  test("says where it comes from", () => {
    for (const text of files.values())
      expect(text).toMatch(/^\/\/ Generated from specs\/synthetic\.yaml by `pnpm generate`\. Do not edit\.\n/);
  });

  test("carries summary, method, path and deprecation to the editor", () => {
    expect(generated("operations.ts")).toMatch(/\/\*\*\n +\* All widgets\n +\*\n +\* `GET \/widgets`\n/);
    expect(generated("operations.ts")).toMatch(/`POST \/widgets`\n +\*\n +\* @deprecated/);
  });
});

interface Seen {
  method: string;
  url: string;
  headers: Record<string, string>;
  body: unknown;
}
type Methods = Record<string, (input?: object) => Promise<unknown>>;
type CreateClient = (api: ApiDefinition, variable: string, options: object) => Methods;

/** A call of the generated client; what it sent. */
async function call(
  name: string,
  input: object | undefined,
  answer: () => Response,
): Promise<{ seen: Seen; result: unknown }> {
  const { api } = (await import(join(folder, "packages/synthetic/src/generated/running.ts"))) as {
    api: ApiDefinition;
  };
  // By a path that the compiler does not follow: the client is written for browsers, these scripts are not.
  const { createClient } = (await import(join(root, "packages/client/src/create-client.ts"))) as {
    createClient: CreateClient;
  };
  let seen: Seen | undefined;
  const client = createClient(api, "SYNTHETIC_API_KEY", {
    apiKey: "key",
    fetch: async (url: string, { method, headers, body }: RequestInit) => {
      seen = { method: method ?? "", url, headers: Object.fromEntries(new Headers(headers)), body };
      return answer();
    },
  });
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
      body: "a=b+c&b=1",
      headers: { "content-type": "application/x-www-form-urlencoded" },
    });
    const upload = await call(
      "upload",
      { body: { file: new Blob(["hi"]), note: "n" } },
      () => new Response("{}", { status: 201 }),
    );
    expect(upload.seen.body).toBeInstanceOf(FormData);
    expect([...(upload.seen.body as FormData).keys()]).toEqual(["file", "note"]);
  });

  test("reads text and bytes, without a key where none is asked for", async () => {
    const text = await call("exportCsv", undefined, () => new Response("a,b"));
    expect(text).toMatchObject({ result: "a,b", seen: { headers: { accept: "text/csv" } } });
    expect(text.seen.headers).not.toHaveProperty("authorization");
    const bytes = await call("download", undefined, () => new Response(new Uint8Array([1, 2])));
    expect(bytes).toMatchObject({ result: new Uint8Array([1, 2]), seen: { headers: { accept: "application/pdf" } } });
  });
});

describe("a request body of any JSON", () => {
  test("is sent as JSON, not as a wildcard", async () => {
    const text = spec.replace(
      "content: { application/json: { schema: { type: object, properties: { ids",
      'content: { "*/*": { schema: { type: object, properties: { ids',
    );
    expect(text).not.toBe(spec);
    const [operations] = (await generate(text)).values();
    await generate(spec);
    expect(operations).toMatch(/bulkDelete: \{ method: "DELETE".*body: "application\/json"/);
  });
});
