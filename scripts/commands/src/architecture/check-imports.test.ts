import { expect, test } from "vitest";
import type { Rules } from "./rules.ts";
import { faultsOf, manifest, ownRules, type Files } from "./testing/made-up.ts";

const list = "(The list of what may import what is scripts/commands/src/architecture/rules.ts.)";

test.each<[string, Files, string[]]>([
  [
    "an import against the arrows",
    { "packages/client/src/send.ts": '\nimport type { A } from "@x/acme";' },
    [
      "packages/client/src/send.ts:2 imports @x/acme. packages/client may import no other package, because every SDK is " +
        `built on it. Move the code to a package that may, or pass in what it needs. ${list}`,
    ],
  ],
  [
    "an import that only tests may have",
    { "packages/acme/src/more.ts": 'await import("@x/contract");' },
    [
      "packages/acme/src/more.ts:1 imports @x/contract. packages/<vendor> may import only packages/client, because users " +
        `install it, and it knows no other vendor. Move the code to a package that may, or pass in what it needs. ${list}`,
    ],
  ],
  [
    "a test's import against the arrows",
    { "packages/client/src/send.test.ts": 'let x: import("@x/contract").X;' },
    [
      "packages/client/src/send.test.ts:1 imports @x/contract. Tests of packages/client may import no other package, " +
        `because every SDK is built on it. Move the code to a package that may, or pass in what it needs. ${list}`,
    ],
  ],
  [
    "an import that is not declared",
    { "packages/acme/package.json": manifest("acme", { devDependencies: { "@x/client": "workspace:^" } }) },
    [
      "packages/acme/src/index.ts:1 imports @x/client. Declare @x/client in the dependencies of packages/acme/package.json.",
      "packages/acme/src/index.ts:1 imports @x/client/deep. Declare @x/client in the dependencies of packages/acme/package.json.",
      "packages/acme/test/contract.test.ts:1 imports @x/contract. Declare @x/contract in the devDependencies of packages/acme/package.json.",
    ],
  ],
  [
    "an import past the entry point",
    { "packages/acme/src/more.ts": 'export * from "@x/client/src/send.ts";' },
    [
      "packages/acme/src/more.ts:1 imports @x/client/src/send.ts. packages/client/package.json exports . and ./deep. " +
        "Import what its entry point exports.",
    ],
  ],
  [
    "a path into another package",
    { "packages/acme/src/more.ts": 'import "../../client/src/send.ts";' },
    [
      "packages/acme/src/more.ts:1 imports ../../client/src/send.ts. That is a file of packages/client: import @x/client, " +
        "and export there what is needed.",
    ],
  ],
  [
    "a path into a package whose name begins with its own",
    {
      "specs/acme-two.yaml": "",
      "packages/acme-two/package.json": manifest("acme-two"),
      "packages/acme-two/README.md": "",
      "packages/acme/src/more.ts": 'import "../../acme-two/src/index.ts";',
    },
    [
      "packages/acme/src/more.ts:1 imports ../../acme-two/src/index.ts. That is a file of packages/acme-two: import " +
        "@x/acme-two, and export there what is needed.",
    ],
  ],
  [
    "a path out of the packages",
    {
      "packages/acme/src/more.ts": 'import "../../../tool.ts";',
      "packages/acme/vitest.config.ts": 'import "../../a.ts";',
    },
    [
      "packages/acme/src/more.ts:1 imports ../../../tool.ts. That is outside packages/acme. A package imports its own " +
        "files, and others by their name.",
    ],
  ],
  [
    "its own entry point",
    { "packages/client/src/send.ts": 'import "@x/client";' },
    [
      "packages/client/src/send.ts:1 imports @x/client. That is its own entry point: import the file that holds what is needed.",
    ],
  ],
  [
    "a package that does not exist",
    { "packages/client/src/send.ts": 'import "@x/nothing";' },
    [
      "packages/client/src/send.ts:1 imports @x/nothing. The workspace has no such package. Known are those in packages/ and scripts/.",
    ],
  ],
])("%s is a fault that says what to do", (_, files, expected) => {
  expect(faultsOf(files)).toEqual(expected);
});

test("a library is imported at run time by one file, in its package", () => {
  const own: Rules = { ...ownRules, libraries: [{ library: "fetcher", folder: "packages/client" }] };
  const one = {
    "packages/client/src/send.ts": 'import "fetcher";',
    "packages/client/src/type.ts": 'import type A from "fetcher";',
  };
  expect(faultsOf(one, own)).toEqual([]);
  expect(faultsOf({ ...one, "packages/client/src/b.ts": 'import "fetcher/deep";' }, own)).toEqual([
    "packages/client/src/b.ts and packages/client/src/send.ts import fetcher at run time. One file may, so that replacing " +
      "it is a change of one file: let the others import that file.",
  ]);
  expect(faultsOf({ ...one, "packages/acme/src/b.ts": 'import type A from "fetcher";' }, own)).toEqual([
    "packages/acme/src/b.ts imports fetcher. Only packages/client may: use what @x/client exports.",
  ]);
  expect(faultsOf({}, own)).toEqual([
    "packages/client imports fetcher nowhere at run time. Delete it from the libraries in rules.ts, and from package.json.",
  ]);
});

test("a program that is copied elsewhere imports what is installed there", () => {
  const files = { "packages/client/src/example/a.ts": 'import "@x/acme"; import "../../../acme/src/index.ts";' };
  expect(faultsOf(files, { ...ownRules, copied: ["packages/client/src/example"] })).toEqual([]);
});
