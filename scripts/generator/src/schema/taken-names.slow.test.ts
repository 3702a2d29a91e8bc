import { expect, test } from "vitest";
import type { JsonObject } from "@x/openapi";
import { generateFiles } from "../generate-files.ts";
import { compile } from "../usage/in-memory.ts";
import { usageProgram } from "../usage/usage-program.ts";

/** Types of the library, of the client and of the files themselves; words of the language; names that look alike. */
const NAMES = [
  ..."Promise NonNullable Operation OptionalOperation ApiDefinition paths components operations webhooks ApiError Uint8Array".split(
    " ",
  ),
  ..."FormData URLSearchParams ReadableStream Error Array String Object Omit Pick Exclude Extract Awaited Function Date Blob".split(
    " ",
  ),
  ..."Partial Readonly Record Response Request Headers Iterator AsyncIterable api Api baseUrl Operations Known globalThis NaN".split(
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

/** A document with a component, an operation and a parameter of each name, and a property. */
function documentOf(member: (name: string) => string): JsonObject {
  const schemas: JsonObject = {};
  const paths: JsonObject = {};
  for (const [index, name] of NAMES.entries()) {
    schemas[name] = { type: "object", properties: { [member(name)]: { type: "string" } } };
    const content = { "application/json": { schema: { $ref: `#/components/schemas/${name}` } } };
    const parameters = [{ name: member(name), in: "query", schema: { type: "string" } }];
    paths[`/${index}`] = { get: { operationId: name, parameters, responses: { "200": { description: "", content } } } };
  }
  const info = { title: "A", version: "1" };
  return { openapi: "3.1.0", info, servers: [{ url: "https://a.test" }], paths, components: { schemas } };
}

test("whatever components, properties, parameters and operations are called, what is generated compiles", async () => {
  const { files, skipped } = await generateFiles(
    documentOf((name) => name),
    "specs/acme.yaml",
  );
  expect(skipped).toEqual([]);
  expect(compile({ ...files })).toEqual([]);
});

test("and so does the program that uses all of it", async () => {
  // Of what every object inherits, no `{}` has a text.
  const { files } = await generateFiles(
    documentOf(() => "a"),
    "specs/acme.yaml",
  );
  expect(compile({ ...files, "usage.ts": usageProgram(files).text })).toEqual([]);
});
