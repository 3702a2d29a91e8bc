import { expect, test } from "vitest";
import { workspaceOf } from "../testing/workspace.ts";
import { checkWorkspace } from "./check-workspace.ts";
import { base, entry, faultsOf, manifest, ownRules, type Files } from "./testing/made-up.ts";

const list = "(The list of what may import what is scripts/commands/src/architecture/rules.ts.)";
const many = (number: number, folder: string, name = ""): Files =>
  Object.fromEntries(Array.from({ length: number }, (_, n) => [`${folder}/f${n}${name}.ts`, "export {};"]));

test("a workspace as it should be has no fault", () => {
  expect(faultsOf({})).toEqual([]);
});

test.each<[string, Files, string[]]>([
  [
    "a dependency against the arrows, and the circle that it makes",
    {
      "scripts/contract/package.json": manifest("contract", {
        private: true,
        devDependencies: { "@x/acme": "workspace:*" },
      }),
    },
    [
      "scripts/contract/package.json names @x/acme in its devDependencies. Tests of scripts/contract may import only " +
        "packages/mock and scripts/openapi, because it tells what a document means by itself, so that it can prove the " +
        `generator wrong. Move the code to a package that may, or pass in what it needs. ${list}`,
      "@x/acme is in a circle of dependencies: @x/acme → @x/contract → @x/acme. Remove one of them; " +
        "devDependencies count, since turbo orders builds by them.",
    ],
  ],
  [
    "a circle of files, types included",
    {
      "packages/client/src/send.ts": 'import type { A } from "./b.ts";',
      "packages/client/src/b.ts": 'export * from "./send.ts";',
    },
    [
      "packages/client/src/b.ts is in a circle of imports: packages/client/src/b.ts → packages/client/src/send.ts → " +
        "packages/client/src/b.ts. Move what two of them need into a file of its own that imports neither (type imports count as well).",
    ],
  ],
  [
    "a seventeenth file in a folder",
    { ...many(17, "packages/client/src/options"), ...many(17, "packages/client/src/call", ".test") },
    [
      "packages/client/src/options has 17 source files, of 16 at most. Move those of one concept into a folder named after it.",
    ],
  ],
  [
    "a long file",
    {
      "packages/client/src/send.ts": "//\n".repeat(201),
      "packages/client/src/long.test.ts": "//\n".repeat(200),
      "packages/acme/src/generated/schema.ts": "//\n".repeat(999),
    },
    ["packages/client/src/send.ts has 201 lines, of 200 at most. Split it by concept."],
  ],
  [
    "a package that is not in the list",
    { "scripts/lib/package.json": manifest("lib", { private: true }), "scripts/lib/README.md": "" },
    [
      "scripts/lib is not in the list of packages. Add what it is for and what it may import to " +
        "scripts/commands/src/architecture/rules.ts; a vendor's package needs a document of its name in specs/.",
      'scripts/lib/package.json: no package may import it, so it has no entry point. Remove "exports".',
    ],
  ],
  [
    "a second entry point of a private package, that is not private",
    { "scripts/contract/package.json": manifest("contract", { exports: { ...entry, "./more": "./src/more.ts" } }) },
    [
      'scripts/contract/package.json: packages under scripts/ are never published. Write "private": true.',
      'scripts/contract/package.json: a package under scripts/ has one entry point. Write "exports": { ".": "./src/index.ts" }.',
    ],
  ],
])("%s is a fault that says what to do", (_, files, expected) => {
  expect(faultsOf(files)).toEqual(expected);
});

test("a known circle is let through until it is untied", () => {
  const files = {
    "packages/client/src/send.ts": 'import "./b.ts";',
    "packages/client/src/b.ts": 'import "./send.ts";',
  };
  const known = { ...ownRules, knownCircles: [["packages/client/src/b.ts", "packages/client/src/send.ts"]] };
  expect(faultsOf(files, known)).toEqual([]);
  expect(faultsOf({}, known)).toEqual([
    "There is no circle of packages/client/src/b.ts, packages/client/src/send.ts any more. Delete it from knownCircles.",
  ]);
});

test("a folder that fills up is a question, not a fault", () => {
  const root = workspaceOf({ ...base, ...many(13, "packages/client/src/options") });
  expect(checkWorkspace(root, ownRules)).toMatchObject({
    faults: [],
    questions: ["packages/client/src/options has 13 source files: are they one concept? (16 at most)"],
  });
});

test("a README that is missing is a fault", () => {
  const root = workspaceOf(
    Object.fromEntries(Object.entries(base).filter(([path]) => path !== "packages/acme/README.md")),
  );
  expect(checkWorkspace(root, ownRules).faults).toEqual([
    "packages/acme has no README.md. Say in about ten lines what comes in, what goes out, and where to start reading.",
  ]);
});
