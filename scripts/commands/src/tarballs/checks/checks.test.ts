import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Manifest } from "../workspace.ts";
import { checkEntryPoints } from "./entry-points.ts";
import { checkImports } from "./imports.ts";
import { checkDocuments, checkInstallScripts, checkManifest } from "./manifest.ts";
import { samplePackage } from "./sample-package.ts";
import { checkSize } from "./size.ts";

test("a package without a fault passes", () => {
  const sample = samplePackage();
  expect(checkManifest(sample)).toBeUndefined();
  expect(checkEntryPoints(sample)).toBe("1");
  expect(checkInstallScripts(sample)).toBeUndefined();
  expect(checkDocuments(sample)).toBeUndefined();
  expect(checkImports(sample)).toBe("4 files");
  expect(checkSize(sample)).toBe("1 kB, 8 files");
});

const manifests: [fault: string, manifest: Partial<Manifest>][] = [
  ['"type" is "commonjs"', { type: "commonjs" }],
  ['"sideEffects" is true', { sideEffects: true }],
  ['"license" is "ISC"', { license: "ISC" }],
  ['"engines" does not say', { engines: { node: ">=18" } }],
  ['the range "workspace:^" of @x/client', { dependencies: { "@x/client": "workspace:^" } }],
  ['the range "file:../y" of y', { optionalDependencies: { y: "file:../y" } }],
];

test.each(manifests)("a package.json is refused: %s", (fault, manifest) => {
  expect(() => checkManifest(samplePackage({}, manifest))).toThrow(fault);
});

const form = (folder: string) => ({ types: `./${folder}/more.d.ts`, default: `./${folder}/more.js` });
const [esm, commonJs] = [form("dist"), form("dist/cjs")];
const more = (entry: unknown): Partial<Manifest> => ({
  exports: { ...samplePackage().manifest.exports, "./more": entry },
  typesVersions: { "*": { more: ["./dist/cjs/more.d.ts"] } },
});

const entries: [fault: string, manifest: () => Partial<Manifest>][] = [
  ['"main" is "./dist/index.js", not "./dist/cjs/index.js"', () => ({ main: "./dist/index.js" })],
  ['"types" is undefined, not "./dist/cjs/index.d.ts"', () => ({ types: undefined })],
  ['"exports" of "." is "./dist/index.js", not', () => ({ exports: { ".": "./dist/index.js" } })],
  ['"exports" of "./more" is {"import"', () => more({ import: esm, require: commonJs })],
  // In this order `require` and `import` would give two copies.
  ['"exports" of "./more" is {"import"', () => more({ import: esm, require: commonJs, "module-sync": esm })],
  ["./dist/cjs/more.js does not exist", () => more({ "module-sync": esm, import: esm, require: commonJs })],
  [
    '"*" of "typesVersions" is {}',
    () => ({ ...more({ "module-sync": esm, import: esm, require: commonJs }), typesVersions: {} }),
  ],
];

test.each(entries)("an entry point that some resolver misses: %s", (fault, manifest) => {
  const given = manifest();
  expect(() => checkEntryPoints(samplePackage({}, given))).toThrow(fault);
});

test("an entry point more, and files that are no code", () => {
  const manifest = more({ "module-sync": esm, import: esm, require: commonJs });
  const exports = { ...manifest.exports, "./openapi.yaml": "./dist/openapi.yaml", "./package.json": "./package.json" };
  const sample = samplePackage({ "dist/more.js": "", "dist/cjs/more.js": "" }, { ...manifest, exports });
  expect(checkEntryPoints(sample)).toBe("2");
});

test("a package must run nothing while it is installed, nor what it brings along", () => {
  expect(checkInstallScripts(samplePackage({}, { scripts: { build: "tsc" } }))).toBeUndefined();
  const scripts = { postinstall: "node x.js" };
  expect(() => checkInstallScripts(samplePackage({}, { scripts }))).toThrow('@x/sample has a script "postinstall"');
  expect(() => checkInstallScripts(samplePackage({ "binding.gyp": "{}" }))).toThrow("@x/sample has a binding.gyp");
  const sample = samplePackage({}, { dependencies: { below: "1.0.0" } });
  mkdirSync(join(sample.folder, "../../below"));
  writeFileSync(join(sample.folder, "../../below/package.json"), JSON.stringify({ name: "below", scripts }));
  expect(() => checkInstallScripts(sample)).toThrow('below has a script "postinstall"');
});

test.each([
  ["README.md is missing", { "README.md": undefined }],
  ["LICENSE is missing", { LICENSE: undefined }],
  ["src/a.test.ts should not be there", { "src/a.test.ts": "" }],
  ["test/a.ts should not be there", { "test/a.ts": "" }],
  ["tsconfig.build.json should not be there", { "tsconfig.build.json": "{}" }],
])("documents: %s", (fault, files) => {
  expect(() => checkDocuments(samplePackage(files))).toThrow(fault);
});

test.each([
  ["imports openapi-fetch, which package.json does not declare", 'import create from "openapi-fetch";'],
  ["imports @x/client/deep, which package.json does not declare", 'export { one } from "@x/client/deep";'],
  ["imports left-pad, which package.json does not declare", 'const pad = await import("left-pad");'],
  ["imports node:fs, which browsers and workers do not have", 'import "node:fs";'],
])("code that %s", (fault, code) => {
  expect(() => checkImports(samplePackage({ "dist/other.js": code }))).toThrow(`dist/other.js ${fault}`);
});

test.each([
  ["an import type", 'export declare const one: import("openapi-typescript-helpers").One;'],
  ["a reference", '/// <reference types="openapi-typescript-helpers" />'],
])("declarations that name an undeclared package by %s", (_, code) => {
  const sample = samplePackage({ "dist/other.d.ts": code });
  expect(() => checkImports(sample)).toThrow("dist/other.d.ts imports openapi-typescript-helpers");
});

test("an optional peer is no import", () => {
  const manifest = { peerDependencies: { undici: "^8.0.0" }, peerDependenciesMeta: { undici: { optional: true } } };
  expect(checkImports(samplePackage({}, manifest))).toBe("4 files");
  const files = { "dist/other.js": 'import "undici";' };
  expect(() => checkImports(samplePackage(files, manifest))).toThrow(
    "dist/other.js imports undici, which package.json",
  );
});

test("a declared dependency must be used, and its deep imports belong to it", () => {
  const dependencies = { "@x/client": "^1.0.0" };
  expect(() => checkImports(samplePackage({}, { dependencies }))).toThrow("@x/client is declared but never imported");
  const files = { "dist/other.js": 'import "@x/client/deep";' };
  expect(checkImports(samplePackage(files, { dependencies }))).toBe("5 files");
});

test("the size counts what is brought along, and has a limit", () => {
  const sample = samplePackage({}, { dependencies: { big: "1.0.0" } });
  const big = join(sample.folder, "../../big");
  expect(() => checkSize(sample)).toThrow("big is a dependency but not installed");
  mkdirSync(big);
  writeFileSync(join(big, "package.json"), "{}");
  writeFileSync(join(big, "big.js"), "x".repeat(399_300));
  expect(checkSize(sample)).toBe("400 kB, 10 files");
  writeFileSync(join(big, "big.js"), "x".repeat(600_400));
  expect(() => checkSize(sample)).toThrow("601 kB, 10 files with dependencies");
});
