import type { MutantResult } from "@x/contract";

/** Of sixteen mutants, the contract tests may miss one. */
const LEAST_SHARE = 15 / 16;
const LEAST_MUTANTS = 16;

type Judged = Pick<MutantResult, "name" | "direction" | "caughtBy">;

/** What a vendor's contract tests caught, and what speaks against them. */
export interface Verdict {
  readonly caught: number;
  readonly breaking: number;
  /** How many of the breaking mutants each layer caught. */
  readonly byLayer: Readonly<Record<string, number>>;
  readonly failures: readonly string[];
}

/** Judges a vendor's contract tests by what they caught, and by what they should have let pass. */
export function verdictOn(vendor: string, mutants: readonly Judged[]): Verdict {
  const breaking = mutants.filter(({ direction }) => direction !== "harmless");
  const caught = breaking.filter(isCaught).length;
  const byLayer: Record<string, number> = {};
  for (const layer of breaking.flatMap(({ caughtBy }) => Object.keys(caughtBy))) {
    byLayer[layer] = (byLayer[layer] ?? 0) + 1;
  }
  const failures = mutants
    .filter((mutant) => mutant.direction === "harmless" && isCaught(mutant))
    .map(
      ({ name, caughtBy }) =>
        `${vendor}: "${name}" is harmless, but a contract test fails: ${Object.values(caughtBy)[0]}`,
    );
  if (breaking.length < LEAST_MUTANTS) failures.push(`${vendor}: only ${breaking.length} mutants could be made.`);
  if (caught < LEAST_SHARE * breaking.length)
    failures.push(`${vendor}: ${caught} of ${breaking.length} breaking mutants caught: too few.`);
  return { caught, breaking: breaking.length, byLayer, failures };
}

/** Whether any layer failed on a mutant. */
export function isCaught({ caughtBy }: Judged): boolean {
  return Object.keys(caughtBy).length > 0;
}
