import { expect, test } from "vitest";
import { workspaceOf } from "../testing/workspace.ts";
import { publicApi } from "./report.ts";

const manifest = JSON.stringify({
  name: "@x/pets",
  type: "module",
  exports: {
    ".": { import: { types: "./dist/index.d.ts" } },
    "./cages": { import: { types: "./dist/cages.d.ts" } },
    "./package.json": "./package.json",
  },
});
const schema = `export interface paths { "/pets": { get: { responses: { 200: { pet?: Pet } }; parameters: { query?: { size?: number } } } } }
export type Pet = { name: string };`;
const index = `/** Says what it does. */
export declare function createPets(options?: Options): void;
export declare const baseUrl = "https://pets.test", other: number;
export interface Options { size?: NonNullable<paths["/pets"]["get"]["parameters"]["query"]>["size"]; /** inner */ inner: Hidden }
interface Hidden { deep: true }
export interface Zoo extends Hidden, Options { open: boolean }
export type Output = paths["/pets"]["get"]["responses"][200];
import type { paths } from "./schema.js";
export type { Pet } from "./schema.js";
export * as everything from "./schema.js";
export { createPets as make };
`;
const files = {
  "package.json": manifest,
  "dist/index.d.ts": index,
  "dist/schema.d.ts": schema,
  "dist/cages.d.ts": "export declare class Cage { readonly size: number; private secret; }",
};

test("lists what each entry point exports, with types in place of their addresses", () => {
  expect(publicApi(workspaceOf(files)))
    .toBe(`What @x/pets exports. Written by \`pnpm public-api\` of the declarations: do not edit.

=== @x/pets: 9 exports ===

interface Options {
    size?: number | undefined;
    inner: Hidden;
}

type Output = {
    pet?: Pet;
};

type Pet = {
    name: string;
};

interface Zoo extends Options {
    deep: true;
    open: boolean;
}

const baseUrl = "https://pets.test";

function createPets(options?: Options): void;

everything: all of a module

make, declared as:
function createPets(options?: Options): void;

const other: number;

=== @x/pets/cages: 1 exports ===

class Cage {
    readonly size: number;
    private secret;
}
`);
});

test.each([
  ["an export", index.replace("other: number", "another: number")],
  ["a type", index.replace("options?: Options", "options: Options")],
  ["a member of a parent that is not exported", index.replace("deep: true", "deep: false")],
  ["an optional member", index.replace("inner: Hidden", "inner?: Hidden")],
])("a change of %s shows", (_, changed) => {
  expect(publicApi(workspaceOf({ ...files, "dist/index.d.ts": changed }))).not.toBe(publicApi(workspaceOf(files)));
});

test("a change of what a type is an address of shows, a comment does not", () => {
  const before = publicApi(workspaceOf(files));
  const other = { ...files, "dist/schema.d.ts": schema.replace("pet?: Pet", "pet: Pet") };
  expect(publicApi(workspaceOf(other))).not.toBe(before);
  expect(publicApi(workspaceOf({ ...files, "dist/index.d.ts": index.replace("Says what it does", "Says more") }))).toBe(
    before,
  );
});

test("what is not built is told", () => {
  expect(() => publicApi(workspaceOf({ "package.json": manifest }))).toThrow(
    "is not there, or exports nothing: run `pnpm build`",
  );
  const broken = { ...files, "dist/index.d.ts": `${index}export * from "./gone.js";` };
  expect(() => publicApi(workspaceOf(broken))).toThrow("Cannot find module './gone.js'");
});
