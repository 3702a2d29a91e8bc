import { comparePackages, generateFiles, type GeneratedFiles, type PackageDifference } from "@x/generator";
import type { JsonObject } from "@x/openapi";
import type { Mutant } from "./mutants.ts";
import { compareByRule } from "../diff.ts";
import { isSemantic } from "../rules/semantic.ts";
import { judgeCode } from "../sdk/judge-code.ts";
import { type Change, type Sdk, sdks, worst } from "../types.ts";

/** Packages that are in one program of the checker. */
const BATCH = 50;

/** Mutants that the two may say otherwise of, by their names, and why. */
const EXPLAINED: readonly (readonly [names: RegExp, why: string])[] = [
  [
    /\/parameters\/3\/explode/,
    "A deep object is written in one way, whatever `explode` says; the generated table repeats it.",
  ],
  [
    /^without (?:\/paths\/\S+\/requestBody\/\S+\/schema\/properties(?:\/up)?|\/components\/schemas\/(?:NewLoan\/properties(?:\/to\/oneOf\/\d\/properties(?:\/(?:card|mail))?)?|NewBook\/allOf\/0))$/,
    "An object of a request that has no property any more is open: what callers give is taken as before, which a type of its own, named property by property, does not show.",
  ],
];

export interface TypesJudged {
  readonly judged: number;
  /** Mutants that no package can be made of, or that refer to nothing. */
  readonly refused: number;
  /** Where the checker says otherwise, with what both say. */
  readonly differences: readonly string[];
}

/** Judges the verdicts on the code of mutants of a document by assignability and containment of their packages' types. */
export async function judgeByTypes(document: JsonObject, mutants: readonly Mutant[]): Promise<TypesJudged> {
  const differences: string[] = [];
  let refused = 0;
  let judged = 0;
  const { files: old } = await generateFiles(document, "one");
  for (let start = 0; start < mutants.length; start += BATCH) {
    const pairs: { mutant: Mutant; files: GeneratedFiles; changes: readonly Change[] }[] = [];
    for (const mutant of mutants.slice(start, start + BATCH)) {
      try {
        const { changes } = compareByRule(document, mutant.document);
        pairs.push({ mutant, files: (await generateFiles(mutant.document, "one")).files, changes });
      } catch {
        refused += 1;
      }
    }
    const told = await judgeCode(
      pairs.map(({ mutant: { document: next }, changes }) => ({
        old: document,
        next,
        names: { old: "one", next: "one" },
        changes,
      })),
    );
    const found = comparePackages(pairs.map(({ files }) => [old, files]));
    for (const [index, { mutant }] of pairs.entries()) {
      judged += 1;
      const [mine, its] = [told[index], found[index]];
      const difference = mine && its && differenceOf(mine.changes, its);
      const isExplained = EXPLAINED.some(([names]) => names.test(mutant.name));
      if (difference !== undefined && !isExplained) differences.push(`${mutant.name}: ${difference}`);
    }
  }
  return { judged, refused, differences };
}

function differenceOf(
  changes: readonly Change[],
  { lost, gained, hasSameCode }: PackageDifference,
): string | undefined {
  const expected: Sdk = lost.length > 0 ? "major" : gained.length > 0 ? "minor" : hasSameCode ? "none" : "patch";
  const { sdk } = worst(changes);
  if (sdk === expected) return undefined;
  // What the checker can't see has a reason of its own.
  const hasReason = changes.some((change) => change.sdk === sdk && isSemantic(change.id));
  if (sdks.indexOf(sdk) > sdks.indexOf(expected) && (hasReason || sdk === "patch")) return undefined;
  const why = [...lost.map((each) => `lost ${each}`), ...gained.map((each) => `gained ${each}`)].slice(0, 4);
  const said = changes.map((change) => `${change.id} ${change.sdk}`).slice(0, 6);
  return `told ${sdk} (${said.join(", ")}), the checker says ${expected} (${why.join(", ")})`;
}
