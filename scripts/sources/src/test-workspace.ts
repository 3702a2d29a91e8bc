import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { pull } from "./pull.ts";
import type { PullOptions } from "./pull-options.ts";
import type { PullResult } from "./pull.ts";

/** A folder for the length of one test, with these files in it. */
export function workspaceOf(files: { readonly [path: string]: string | Buffer }): string {
  const root = mkdtempSync(join(tmpdir(), "workspace-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  write(root, files);
  return root;
}

export function write(root: string, files: { readonly [path: string]: string | Buffer }): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

/** Every file of a folder, text by path: what a command that fails must leave as it was. */
export function treeOf(root: string): { [path: string]: string } {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name)).toSorted();
  return Object.fromEntries(paths.map((path) => [path.slice(root.length + 1), readFileSync(path, "utf8")]));
}

/** Pulls from one source into a workspace, for a vendor that need not be there yet, and writes what is new. */
export async function pullInto(root: string, from: string, more: Partial<PullOptions> = {}): Promise<PullResult> {
  const options = { vendor: "acme", root, from: [from], create: true, today: "2026-01-02", ...more };
  const result = await pull(options);
  for (const [path, text] of result.files) write("/", { [path]: text });
  return result;
}
