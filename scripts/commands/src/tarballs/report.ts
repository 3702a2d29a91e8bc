import { join } from "node:path";
import { root, writeAll } from "../workspace/files.ts";
import { messageOf, Problem } from "@x/openapi";
import { bold, dim, green, red } from "../terminal/style.ts";
import { table } from "../terminal/table.ts";

export interface Result {
  /** What was tried: `import`, `publint`. */
  readonly check: string;
  /** On what: a package, a runtime with its version. */
  readonly subject: string;
  readonly outcome: "passed" | "failed" | "skipped";
  /** A figure of interest, or why it failed or was skipped. */
  readonly detail: string;
  readonly milliseconds: number;
}

/** Thrown by a check that can't be tried on this machine. */
export class Skip extends Error {}

/** Whether this is a CI run, where a check that can't be tried is a failure. */
export function isCi(): boolean {
  return !["", "0", "false", undefined].includes(process.env["CI"]);
}

/** Collects what came of the checks, one after the other. */
export class Report {
  readonly results: Result[] = [];
  readonly #started = performance.now();

  /**
   * Tries one check. A body that throws has failed, and the others go on.
   *
   * @param body - returns a figure of interest, if there is one
   */
  async check(
    check: string,
    subject: string,
    body: () => Promise<string | undefined> | string | undefined,
  ): Promise<void> {
    const started = performance.now();
    const add = (outcome: Result["outcome"], detail: string): void => {
      const milliseconds = Math.round(performance.now() - started);
      this.add({ check, subject, outcome, detail, milliseconds });
    };
    try {
      add("passed", (await body()) ?? "");
    } catch (thrown) {
      if (thrown instanceof Skip && !isCi()) add("skipped", thrown.message);
      else if (thrown instanceof Problem || thrown instanceof Skip) add("failed", thrown.message);
      else add("failed", thrown instanceof Error ? String(thrown.stack) : messageOf(thrown));
    }
  }

  add(result: Result): void {
    this.results.push(result);
    // A sign of life on a terminal; the tables come at the end.
    if (process.stderr.isTTY) process.stderr.write(dim(`  ${result.check}, ${result.subject}: ${result.outcome}\n`));
  }

  /** Prints the tables and the counts, writes `reports/<name>.json`, and sets the exit code. */
  close(name: string, tables: readonly { title: string; text: string }[]): void {
    for (const { title, text } of tables) process.stdout.write(`\n${bold(title)}\n${text}`);
    for (const [detail, all] of this.#reasons("failed")) {
      process.stdout.write(`\n${red("✗")} ${all.join("; ")}\n${indent(detail)}\n`);
    }
    for (const [detail, all] of this.#reasons("skipped")) {
      process.stdout.write(`\n– skipped: ${all.join("; ")}\n${indent(detail)}\n`);
    }
    const count = (outcome: Result["outcome"]): number => this.results.filter((one) => one.outcome === outcome).length;
    const [passed, failed, skipped] = [count("passed"), count("failed"), count("skipped")];
    const seconds = Math.round((performance.now() - this.#started) / 1000);
    const path = join(root, `reports/${name}.json`);
    writeAll(new Map([[path, `${JSON.stringify({ passed, failed, skipped, results: this.results }, null, 2)}\n`]]));
    const words = `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ""}`;
    process.stdout.write(`\n${failed ? red("✗") : green("✓")} ${words} in ${seconds} s (reports/${name}.json)\n`);
    if (failed || !passed) process.exitCode = 1;
  }

  /** What failed or was skipped, by the reason: one fault may stop many checks. */
  #reasons(outcome: Result["outcome"]): Map<string, string[]> {
    const reasons = new Map<string, string[]>();
    for (const one of this.results) {
      if (one.outcome !== outcome) continue;
      reasons.set(one.detail, [...(reasons.get(one.detail) ?? []), `${one.check}, ${one.subject}`]);
    }
    return reasons;
  }

  /** A table of the results whose check or subject is among those given, checks down and subjects across. */
  grid(checks: readonly string[], subjects: readonly string[], across: "check" | "subject" = "subject"): string {
    const cell = (check: string, subject: string): string => {
      const found = this.results.find((one) => one.check === check && one.subject === subject);
      return found ? SIGNS[found.outcome] + (found.outcome === "passed" && found.detail ? ` ${found.detail}` : "") : "";
    };
    if (across === "check") {
      return table(
        ["", ...checks],
        subjects.map((subject) => [subject, ...checks.map((check) => cell(check, subject))]),
      );
    }
    return table(
      ["", ...subjects],
      checks.map((check) => [check, ...subjects.map((subject) => cell(check, subject))]),
    );
  }
}

const SIGNS = { passed: "✓", failed: "✗", skipped: "–" };

function indent(text: string): string {
  return text.trim().replaceAll(/^/gm, "  ");
}
