import { spawnSync } from "node:child_process";
import { stripTypeScriptTypes } from "node:module";
import { messageOf, parseYaml } from "@x/openapi";
import type { Page } from "./pages.ts";

/** How a block of each language is parsed; it throws where it can't be. */
const PARSERS: Readonly<Record<string, (text: string) => unknown>> = {
  json: (text) => JSON.parse(text) as unknown,
  yaml: (text) => parseYaml(text, "the block"),
  ts: (text) => stripTypeScriptTypes(text),
  js: (text) => stripTypeScriptTypes(text),
  tsx: () => undefined,
  sh: parseShell,
  // For people alone: a picture, output, a difference.
  mermaid: () => undefined,
  text: () => undefined,
  diff: () => undefined,
};

/** What is wrong with the blocks of pages and with their marks, a line each. */
export function faultyBlocks(pages: readonly Page[]): string[] {
  const faults: string[] = [];
  for (const { path, blocks, stray } of pages) {
    const tell = (line: number, fault: string): unknown => faults.push(`${path}:${line}: ${fault}`);
    for (const { mark, line } of stray) tell(line, `"${mark}" stands before no block`);
    for (const { language, text, line, marks } of blocks) {
      for (const mark of ["not run", "not checked"])
        if (marks[mark] !== undefined && !/\w+ \w+/.test(marks[mark])) tell(line, `"${mark}" gives no reason`);
      const parse = Object.hasOwn(PARSERS, language) ? PARSERS[language] : undefined;
      if (!parse) {
        tell(line, language ? `"${language}" is no language that is checked` : "a block without a language");
        continue;
      }
      try {
        parse(text);
      } catch (thrown) {
        tell(line, messageOf(thrown));
      }
    }
  }
  return faults;
}

function parseShell(text: string): void {
  const { status, stderr } = spawnSync("bash", ["-n"], { input: text, encoding: "utf8" });
  if (status !== 0) throw new Error(stderr.trim());
}
