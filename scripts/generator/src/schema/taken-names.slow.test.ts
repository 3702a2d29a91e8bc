import { expect, test } from "vitest";
import type { JsonObject } from "@x/openapi";
import { generateFiles } from "../generate-files.ts";
import { compile } from "../usage/in-memory.ts";

/** Types of the library, of the client and of the files themselves; words of the language; names that look alike. */
const NAMES = [
  ..."Promise NonNullable Operation OptionalOperation ApiDefinition paths components operations webhooks ApiError Uint8Array".split(
    " ",
  ),
  ..."FormData URLSearchParams ReadableStream Error Array String Object Omit Pick Exclude Extract Awaited Function Date Blob".split(
    " ",
  ),
  ..."Partial Readonly Record Response Request Headers Iterator AsyncIterable api baseUrl Operations globalThis NaN".split(
    " ",
  ),
  ..."never unknown any undefined null symbol boolean string number object void bigint const let await yield static".split(
    " ",
  ),
  ..."default export type as satisfies arguments eval this super typeof keyof infer is unique readonly declare module".split(
    " ",
  ),
  ..."namespace abstract accessor asserts async implements intrinsic of out override require using global get set constructor toString name length then catch _ __ $ 0 1a a-b a_b a.b aB".split(
    " ",
  ),
  "A B",
  "é",
  "e\u0301",
  "\uFB01",
  "fi",
  "\u212A",
  "K",
];

test("whatever components, properties, parameters and operations are called, what is generated compiles", async () => {
  const schemas: JsonObject = {};
  const paths: JsonObject = {};
  for (const [index, name] of NAMES.entries()) {
    schemas[name] = { type: "object", properties: { [name]: { type: "string" } } };
    const content = { "application/json": { schema: { $ref: `#/components/schemas/${name}` } } };
    const parameters = [{ name, in: "query", schema: { type: "string" } }];
    paths[`/${index}`] = { get: { operationId: name, parameters, responses: { "200": { description: "", content } } } };
  }
  const document = {
    openapi: "3.1.0",
    info: { title: "A", version: "1" },
    servers: [{ url: "https://a.test" }],
    paths,
  };
  const { files, skipped } = await generateFiles({ ...document, components: { schemas } }, "specs/acme.yaml");
  expect(skipped).toEqual([]);
  expect(compile({ ...files })).toEqual([]);
});
