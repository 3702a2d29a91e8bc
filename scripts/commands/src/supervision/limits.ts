import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { Problem } from "@x/openapi";

/** What one step of a command may take. */
export interface Limits {
  readonly seconds: number;
  /** Of JavaScript's heap, in each process. */
  readonly megabytes: number;
}

/** Generous: a document of 6 MB needs a fifth of the time and half of the memory that it gets. */
const SECONDS = 120;
const SECONDS_PER_MB = 30;
const MEGABYTES = 2048;
const MEGABYTES_PER_MB = 200;

/**
 * What a step may take where a document has so many bytes. The environment's `SPECS_STEP_SECONDS` and `SPECS_HEAP_MB` say
 * otherwise.
 *
 * @throws {Problem} when one of them is no number
 */
export function limitsFor(bytes: number): Limits {
  const size = bytes / 2 ** 20;
  return {
    seconds: given("SPECS_STEP_SECONDS") ?? Math.round(SECONDS + size * SECONDS_PER_MB),
    megabytes: given("SPECS_HEAP_MB") ?? Math.round(MEGABYTES + size * MEGABYTES_PER_MB),
  };
}

function given(name: string): number | undefined {
  const text = process.env[name];
  if (text === undefined || text === "") return undefined;
  if (!/^[1-9]\d{0,6}$/.test(text)) throw new Problem(`${name} is ${JSON.stringify(text)}; it takes a whole number.`);
  return Number(text);
}

/** Bytes of the largest document that a command can be about: those in specs/, and the files that its arguments name. */
export function largestDocument(root: string, args: readonly string[]): number {
  const specs = join(root, "specs");
  return Math.max(0, ...namesIn(specs).map((name) => sizeOf(join(specs, name))), ...args.map(sizeOf));
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Of a folder, what its files have together. */
function sizeOf(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isDirectory() !== true) return found?.size ?? 0;
  return namesIn(path).reduce(
    (sum, name) => sum + (statSync(join(path, name), { throwIfNoEntry: false })?.size ?? 0),
    0,
  );
}
