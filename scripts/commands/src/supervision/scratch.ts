import { readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isAlive, self } from "../transaction/owner.ts";

const PREFIX = "x-specs_";

/** How the folder for temporary files of this process begins. */
export function scratchName(): string {
  return `${PREFIX}${self}_`;
}

/** Removes the folders of processes that were killed. */
export function sweepScratch(): void {
  for (const name of readdirSync(tmpdir())) {
    const owner = name.startsWith(PREFIX) ? name.split("_")[1] : undefined;
    if (owner === undefined || isAlive(owner)) continue;
    try {
      rmSync(join(tmpdir(), name), { recursive: true, force: true });
    } catch {
      // Somebody else's.
    }
  }
}
