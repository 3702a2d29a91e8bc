import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import type { InstalledPackage, Manifest } from "../workspace.ts";

const MANIFEST: Manifest = {
  name: "@x/sample",
  version: "1.0.0",
  type: "module",
  sideEffects: false,
  license: "MIT",
  engines: { node: ">=20.19" },
  main: "./dist/cjs/index.js",
  types: "./dist/cjs/index.d.ts",
  exports: {
    ".": {
      "module-sync": { types: "./dist/index.d.ts", default: "./dist/index.js" },
      import: { types: "./dist/index.d.ts", default: "./dist/index.js" },
      require: { types: "./dist/cjs/index.d.ts", default: "./dist/cjs/index.js" },
    },
  },
};

const FILES: Record<string, string> = {
  "README.md": "# Sample\n",
  LICENSE: "MIT\n",
  "dist/index.js": "export const one = 1;\n",
  "dist/index.d.ts": "export declare const one = 1;\n",
  "dist/cjs/package.json": '{"type":"commonjs"}',
  "dist/cjs/index.js": "exports.one = 1;\n",
  "dist/cjs/index.d.ts": "export declare const one = 1;\n",
};

/** A package without a fault, installed in a folder that goes with the test; undefined takes a file away. */
export function samplePackage(
  files: Record<string, string | undefined> = {},
  manifest: Partial<Manifest> = {},
): InstalledPackage {
  const project = mkdtempSync(join(tmpdir(), "x-sample-"));
  onTestFinished(() => rmSync(project, { recursive: true, force: true }));
  const folder = join(project, "node_modules/@x/sample");
  const all = { ...FILES, ...files, "package.json": JSON.stringify({ ...MANIFEST, ...manifest }) };
  for (const [file, text] of Object.entries(all)) {
    if (text === undefined) continue;
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  return { name: MANIFEST.name, tarball: "", folder, manifest: { ...MANIFEST, ...manifest } };
}
