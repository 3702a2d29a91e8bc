import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { canonicalYaml, Problem } from "@x/openapi";
import { resources, steps } from "./measured-steps.ts";
import { syntheticVendor } from "./synthetic-vendor.ts";

/** As long as the largest document of a vendor that we met. */
const LINES = 120_000;

/**
 * Prints what a large document costs, a line a step.
 *
 * @throws {Problem} when a step fails
 */
export function measureLargeDocument(): void {
  const folder = mkdtempSync(join(tmpdir(), "measure-"));
  try {
    const lines = (count: number): number => documentOf(count).split("\n").length;
    const perResource = (lines(20) - lines(10)) / 10;
    writeFileSync(join(folder, "monolith.yaml"), documentOf(Math.ceil(LINES / perResource)));
    const script = join(import.meta.dirname, "measure-step.ts");
    for (const step of Object.keys(steps)) {
      const { status } = spawnSync(process.execPath, ["--expose-gc", script, step, folder], { stdio: "inherit" });
      if (status !== 0) throw new Problem(`The step "${step}" failed; its own message is above.`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function documentOf(count: number): string {
  return canonicalYaml(syntheticVendor("3.1.0", resources(count)));
}
