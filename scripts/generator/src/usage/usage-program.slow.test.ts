import type { JsonObject } from "@x/openapi";
import { expect, test } from "vitest";
import { generateFiles } from "../generate-files.ts";
import { compile } from "./in-memory.ts";
import { usageProgram } from "./usage-program.ts";

const text: JsonObject = { type: "string" };
const object = (properties: JsonObject, required: string[] = []): JsonObject => ({
  type: "object",
  properties,
  required,
});

/** The program of a document whose one operation gives such a schema, and what the compiler says of it. */
async function programOf(
  schema: JsonObject,
  schemas: JsonObject = {},
): Promise<{ lines: string[]; problems: string[] }> {
  const content = { "application/json": { schema } };
  const document: JsonObject = {
    openapi: "3.1.1",
    info: { title: "Made up", version: "1" },
    servers: [{ url: "https://api.example.com" }],
    paths: { "/a": { get: { operationId: "get", responses: { 200: { description: "", content } } } } },
    components: { schemas },
  };
  const { files } = await generateFiles(document, "made-up.yaml");
  const program = usageProgram(files);
  expect(program.missed).toEqual([]);
  return { lines: program.text.split("\n"), problems: compile({ ...files, "uses.ts": program.text }) };
}

test.each<[string, JsonObject[], string[]]>([
  [
    "by a tag",
    [object({ t: { const: "a" } }, ["t"]), object({ t: { const: "b" } }, ["t"])],
    ['.t === "a"', '.t === "b"'],
  ],
  ["by what one alone has", [object({ a: text }), object({ b: text })], ['"a" in ', '"b" in ']],
  ["by what the other demands", [object({ a: text }), object({ a: text, b: text }, ["b"])], ['!("b" in ', '"b" in ']],
  [
    "by a second tag, where the first is shared",
    [
      object({ t: { const: "a" }, r: { const: "x" }, one: text }, ["t", "r"]),
      object({ t: { const: "a" }, r: { const: "y" }, one: text }, ["t", "r"]),
      object({ t: { const: "b" }, one: text }, ["t"]),
    ],
    ['"r" in ', '.r === "x"', '.r === "y"', '.t === "b"'],
  ],
  [
    "or not at all, and is read as far as it is the same",
    [object({ a: text, b: text }), object({ a: text })],
    ['"b" in ', ".a;"],
  ],
])("a member of a union is told from the others %s", async (_, anyOf, tests) => {
  const { lines, problems } = await programOf({ anyOf });
  expect(problems).toEqual([]);
  for (const each of tests) expect(lines.join("\n")).toContain(each);
});

test("a model may have the name of what a platform declares", async () => {
  const { problems } = await programOf(
    { $ref: "#/components/schemas/Response" },
    { Response: object({ id: text }, ["id"]) },
  );
  expect(problems).toEqual([]);
});
