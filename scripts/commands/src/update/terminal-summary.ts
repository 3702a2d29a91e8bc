import { renderTerminal } from "@x/differ";
import type { Update } from "./pull-request.ts";

/** What a person at a terminal wants to know of these updates: the changes, the packages, and what speaks against them. */
export function terminalSummary(updates: readonly Update[]): string {
  const sections = updates.map(({ vendor, diff, packages, evidence }) => {
    const lines = [vendor, "", renderTerminal(diff)];
    if (diff.sdk !== "none") lines.push(`Packages: ${packages.join(", ")}`);
    for (const { name, passed, tail } of evidence) {
      lines.push(passed ? `✓ ${name}` : `✗ ${name}; its last lines:\n${tail.replaceAll(/^/gm, "    ")}`);
    }
    return `${lines.join("\n")}\n`;
  });
  return `${sections.join("\n")}\nWith --summary FILE, the body of a pull request is written instead.\n`;
}
