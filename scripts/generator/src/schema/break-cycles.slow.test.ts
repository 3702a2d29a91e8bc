import { beforeAll, expect, test } from "vitest";
import type { JsonObject } from "@x/openapi";
import { generateFiles } from "../generate-files.ts";
import { compile } from "../usage/in-memory.ts";
import { documentWith } from "../testing/document.ts";
import { breakCycles } from "./break-cycles.ts";

const to = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
const object = (properties: JsonObject, more: JsonObject = {}): JsonObject => ({ type: "object", properties, ...more });
const text = { type: "string" };

/** What is generated of these components, and a program that takes and gives them. */
async function filesOf(schemas: JsonObject, program: string): Promise<Record<string, string>> {
  const responses = Object.keys(schemas).map((name) => [
    `/${name}`,
    { get: { responses: { "200": { content: { "application/json": { schema: to(name) } } } } } },
  ]);
  const { files } = await generateFiles(documentWith(Object.fromEntries(responses), { schemas }), "specs/acme.yaml");
  return { ...files, "program.ts": program };
}

const child = (name: string, own: JsonObject): JsonObject => ({
  allOf: [to("Pet"), object({ kind: { type: "string", enum: [name] }, ...own }, { required: ["kind"] })],
});
const mapping = { cat: "#/components/schemas/Cat", dog: "#/components/schemas/Dog" };

/** Components that lead back to themselves, and what may be written with their types. */
const circles: readonly (readonly [name: string, schemas: JsonObject, program: string])[] = [
  [
    "a map of itself",
    { Tree: { type: "object", additionalProperties: to("Tree") } },
    `import type { Tree } from "./models.ts"; export const tree: Tree = { a: { b: {} } };`,
  ],
  [
    "a list of itself, and a property that leads back",
    { List: { type: "array", items: to("List") }, Node: object({ next: to("Node"), text }) },
    `import type { List, Node } from "./models.ts";
    export const list: List = [[], [[]]]; export const node: Node = { next: { next: { text: "a" } } };`,
  ],
  [
    "a union of children that are allOf their parent: each has the parent's own part",
    {
      Pet: object(
        { id: text },
        { required: ["id"], oneOf: [to("Cat"), to("Dog")], discriminator: { propertyName: "kind", mapping } },
      ),
      Cat: child("cat", { tail: { type: "integer" } }),
      Dog: child("dog", { owner: text }),
    },
    `import type { Cat, Pet } from "./models.ts";
    export const cat: Cat = { id: "1", kind: "cat", tail: 1 };
    export const pet: Pet = cat;
    export function tail(given: Pet): number | undefined { return given.kind === "cat" ? given.tail : undefined; }
    export const id: string = cat.id;
    // @ts-expect-error -- the parent's part is demanded
    export const nameless: Cat = { kind: "cat" };`,
  ],
  [
    "unions that hold each other are the union of what is in both",
    { A: { oneOf: [to("B"), { type: "string" }] }, B: { oneOf: [to("A"), { type: "number" }] } },
    `import type { A, B } from "./models.ts";
    export const a: A[] = ["x", 1]; export const b: B[] = ["x", 1];
    // @ts-expect-error -- neither
    export const wrong: A = true;`,
  ],
  [
    "a component that is nothing but itself is open",
    { Self: { allOf: [to("Self")] }, Other: { oneOf: [to("Other"), to("Other")] } },
    `import type { Other, Self } from "./models.ts"; export const all: (Other | Self)[] = [1, "a", null];`,
  ],
  [
    "a chain of allOf that leads back keeps what each says",
    {
      A: { allOf: [to("B"), object({ a: text })] },
      B: { allOf: [to("C"), object({ b: text })] },
      C: { allOf: [to("A"), object({ c: text })] },
    },
    `import type { A, B, C } from "./models.ts";
    export const values: [A, B, C] = [{ a: "", b: "", c: "" }, { a: "", b: "", c: "" }, { a: "", b: "", c: "" }];`,
  ],
];
let problems: string[];
beforeAll(async () => {
  const all = await Promise.all(circles.map(([, schemas, program]) => filesOf(schemas, program)));
  // One program of all: the compiler's own declarations are most of its work.
  const entries = all.flatMap((files, index) =>
    Object.entries(files).map(([name, content]) => [`${index}/${name}`, content] as const),
  );
  problems = compile(Object.fromEntries(entries));
});

test.each(circles.map(([name], index) => [name, index] as const))("%s", (_, index) => {
  expect(problems.filter((problem) => problem.startsWith(`${index}/`))).toEqual([]);
});

test("what is made of each other in more ways than can be written out is refused", () => {
  const all = Array.from({ length: 10 }, (_, index) => `S${index}`);
  const mixed = all.map((name) => [name, { anyOf: all.map(to), properties: { [name]: text } }]);
  expect(() => breakCycles(Object.fromEntries(mixed))).toThrow(
    "made of each other in more ways than can be written out",
  );
});
