import { expect, test } from "vitest";
import type { JsonObject } from "@x/openapi";
import { generateFiles } from "../generate-files.ts";
import { compile } from "../usage/in-memory.ts";
import { documentWith } from "../testing/document.ts";
import { breakCycles } from "./break-cycles.ts";

const to = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
const object = (properties: JsonObject, more: JsonObject = {}): JsonObject => ({ type: "object", properties, ...more });
const text = { type: "string" };

/** Compiles what is generated of these components, and a program that takes and gives them. */
async function compiled(schemas: JsonObject, program: string): Promise<string[]> {
  const responses = Object.keys(schemas).map((name) => [
    `/${name}`,
    { get: { responses: { "200": { content: { "application/json": { schema: to(name) } } } } } },
  ]);
  const { files } = await generateFiles(documentWith(Object.fromEntries(responses), { schemas }), "specs/acme.yaml");
  return compile({ ...files, "program.ts": program });
}

test.each(["oneOf", "anyOf", "allOf"])(
  "components that are each %s all the others are each written out once",
  (word) => {
    const all = Array.from({ length: 24 }, (_, index) => `S${index}`);
    const own = (name: string): JsonObject => object({ [name]: text });
    const members = Object.fromEntries(all.map((name) => [name, { [word]: [own(name), ...all.map(to)] }]));
    const broken = breakCycles(members);
    for (const name of all) {
      const written = JSON.stringify(broken[name]);
      for (const each of all) expect(written.split(`"${each}"`)).toHaveLength(2);
      expect(written).not.toContain("$ref");
    }
  },
);

test("what is made of each other in more ways than can be written out is refused", () => {
  const all = Array.from({ length: 10 }, (_, index) => `S${index}`);
  const mixed = all.map((name) => [name, { anyOf: all.map(to), properties: { [name]: text } }]);
  expect(() => breakCycles(Object.fromEntries(mixed))).toThrow(
    "made of each other in more ways than can be written out",
  );
});

test("a map of itself", async () => {
  const Tree = { type: "object", additionalProperties: to("Tree") };
  const program = `import type { Tree } from "./models.ts"; export const tree: Tree = { a: { b: {} } };`;
  expect(await compiled({ Tree }, program)).toEqual([]);
});

test("a list of itself, and a property that leads back", async () => {
  const schemas = { List: { type: "array", items: to("List") }, Node: object({ next: to("Node"), text }) };
  const program = `import type { List, Node } from "./models.ts";
    export const list: List = [[], [[]]]; export const node: Node = { next: { next: { text: "a" } } };`;
  expect(await compiled(schemas, program)).toEqual([]);
});

test("a union of children that are allOf their parent: each has the parent's own part", async () => {
  const child = (name: string, own: JsonObject): JsonObject => ({
    allOf: [to("Pet"), object({ kind: { type: "string", enum: [name] }, ...own }, { required: ["kind"] })],
  });
  const schemas = {
    Pet: object(
      { id: text },
      {
        required: ["id"],
        oneOf: [to("Cat"), to("Dog")],
        discriminator: {
          propertyName: "kind",
          mapping: { cat: "#/components/schemas/Cat", dog: "#/components/schemas/Dog" },
        },
      },
    ),
    Cat: child("cat", { tail: { type: "integer" } }),
    Dog: child("dog", { owner: text }),
  };
  const program = `import type { Cat, Pet } from "./models.ts";
    export const cat: Cat = { id: "1", kind: "cat", tail: 1 };
    export const pet: Pet = cat;
    export function tail(given: Pet): number | undefined { return given.kind === "cat" ? given.tail : undefined; }
    export const id: string = cat.id;
    // @ts-expect-error -- the parent's part is demanded
    export const nameless: Cat = { kind: "cat" };`;
  expect(await compiled(schemas, program)).toEqual([]);
});

test("unions that hold each other are the union of what is in both", async () => {
  const schemas = { A: { oneOf: [to("B"), { type: "string" }] }, B: { oneOf: [to("A"), { type: "number" }] } };
  const program = `import type { A, B } from "./models.ts";
    export const a: A[] = ["x", 1]; export const b: B[] = ["x", 1];
    // @ts-expect-error -- neither
    export const wrong: A = true;`;
  expect(await compiled(schemas, program)).toEqual([]);
});

test("a component that is nothing but itself is open", async () => {
  const schemas = { Self: { allOf: [to("Self")] }, Other: { oneOf: [to("Other"), to("Other")] } };
  const program = `import type { Other, Self } from "./models.ts"; export const all: (Other | Self)[] = [1, "a", null];`;
  expect(await compiled(schemas, program)).toEqual([]);
});

test("a chain of allOf that leads back keeps what each says", async () => {
  const schemas = {
    A: { allOf: [to("B"), object({ a: text })] },
    B: { allOf: [to("C"), object({ b: text })] },
    C: { allOf: [to("A"), object({ c: text })] },
  };
  const program = `import type { A, B, C } from "./models.ts";
    export const values: [A, B, C] = [{ a: "", b: "", c: "" }, { a: "", b: "", c: "" }, { a: "", b: "", c: "" }];`;
  expect(await compiled(schemas, program)).toEqual([]);
});

test("what leads nowhere back is left as it is", () => {
  const schemas = {
    Room: object({ owner: to("User") }),
    User: { allOf: [to("Base"), object({ room: to("Room") })] },
    Base: object({}),
  };
  expect(breakCycles(schemas)).toEqual(schemas);
});
