import { expect, test } from "vitest";
import { readImports } from "./read-imports.ts";

test.each([
  ['import "a";', false],
  ['import x from "a";', false],
  ['import * as x from "a";', false],
  ['import { x } from "a";', false],
  ['import { type X, y } from "a";', false],
  ['import x, { type Y } from "a";', false],
  ['import type { X } from "a";', true],
  ['import { type X, type Y } from "a";', true],
  ['export * from "a";', false],
  ['export { x } from "a";', false],
  ['export type * from "a";', true],
  ['export type { X } from "a";', true],
  ['export { type X } from "a";', true],
  ['const x = await import("a");', false],
  ["const x = await import(`a`);", false],
  ['const f = () => { if (x) return import("a"); };', false],
  ['let x: import("a").X;', true],
  ['let x: typeof import("a");', true],
  ['import x = require("a");', false],
  ['const x = require("a");', false],
  ['const x = require.resolve("a");', false],
  ['const x = import.meta.resolve("a");', false],
])("%s is an import; of types alone: %s", (code, isTypeOnly) => {
  expect(readImports("x.ts", `// first line\n\n${code}\n`)).toEqual([{ specifier: "a", line: 3, isTypeOnly }]);
});

test.each(["const x = 'import \"a\";';", '// import "a";', "export { x };", "import(name);", 'path.resolve("a");'])(
  "%s is none",
  (code) => {
    expect(readImports("x.ts", code)).toEqual([]);
  },
);
