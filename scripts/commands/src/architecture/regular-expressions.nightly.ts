import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { expect, test } from "vitest";
import ts from "typescript";
import { root } from "../workspace/files.ts";
import { toolFile } from "../tarballs/tools.ts";
import { readWorkspace } from "./read-workspace.ts";
import { rules } from "./rules.ts";

/** Parts of the commands that only see text of ours: reports, the output of tools, workflows. */
const OWN_TEXT =
  /^scripts\/commands\/src\/(?:architecture|bench|contract-mutate|docs|public-api|release|remote-cache|report|tarballs|tasks|whole-api)\/|^packages\/mock\/build\//;

/** Not linear, and right all the same. */
const ALLOWED = new Map([
  [String.raw`/\[(?:\^[^\]]*|([^\]])[^\]]*)\]/g`, "of a pattern that has 1,000 characters at most"],
  [String.raw`/\{\d*,?\d*\}|[\^$\\()[\]{}*+?|]/g`, "of a pattern that has 1,000 characters at most"],
  [String.raw`/\[[^\]]*\]/g`, "of a pattern that has 1,000 characters at most"],
  [
    String.raw`/^(\d+)\/(old|new)\/uses-(old|new)\.ts\((\d+),\d+\): error (TS\d+: .*)$/gm`,
    "too many ways for the checker; each begins at a line and has one way on",
  ],
]);

interface Verdict {
  readonly status: "safe" | "vulnerable" | "unknown";
  readonly complexity?: { readonly summary: string };
}
type CheckSync = (source: string, flags: string, options: { timeout: number }) => Verdict;

/** The regular expressions that are written in sources which see foreign text, with where. */
function literals(): [where: string, written: string][] {
  const files = readWorkspace(root, rules)
    .flatMap((each) => each.files)
    .filter(({ path, isTest, isGenerated }) => !isTest && !isGenerated && !OWN_TEXT.test(path));
  return files.flatMap(({ path }) => {
    const source = ts.createSourceFile(path, readFileSync(join(root, path), "utf8"), ts.ScriptTarget.Latest, true);
    const found: [string, string][] = [];
    const visit = (node: ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node)) {
        const { line } = source.getLineAndCharacterOfPosition(node.getStart());
        found.push([`${path}:${line + 1}`, node.text]);
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
    return found;
  });
}

test("each regular expression over foreign text takes a time in proportion to the text", async () => {
  const { checkSync } = createRequire(import.meta.url)(await toolFile("recheck", "recheck")) as {
    checkSync: CheckSync;
  };
  const all = literals();
  expect(all.length).toBeGreaterThan(100);
  const told = all.flatMap(([where, written]) => {
    const end = written.lastIndexOf("/");
    const { status, complexity } = checkSync(written.slice(1, end), written.slice(end + 1), { timeout: 4_000 });
    return status === "safe" || ALLOWED.has(written)
      ? []
      : [`${where} ${written} ${status} ${complexity?.summary ?? ""}`];
  });
  expect(told).toEqual([]);
});

test("the checker knows one that is not", async () => {
  const { checkSync } = createRequire(import.meta.url)(await toolFile("recheck", "recheck")) as {
    checkSync: CheckSync;
  };
  expect(checkSync(String.raw`\/+$`, "", { timeout: 4_000 }).status).toBe("vulnerable");
});
