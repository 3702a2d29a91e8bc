import type { PackageRule } from "./rules.ts";

/** `a`, `a and b`, `a, b and c`; `nothing`. */
export function sentence(words: readonly string[]): string {
  if (words.length < 2) return words[0] ?? "nothing";
  return `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

/** What a package may import, why no more, and what to do about it. */
export function mayImport({ folder, imports, testsImport, because }: PackageRule, isTest: boolean): string {
  const allowed = isTest ? [...imports, ...testsImport] : imports;
  const subject = isTest ? `Tests of ${folder}` : folder;
  const what = allowed.length ? `only ${sentence(allowed)}` : "no other package";
  return (
    `${subject} may import ${what}, because ${because}. Move the code to a package that may, or pass in what it ` +
    "needs. (The list of what may import what is scripts/commands/src/architecture/rules.ts.)"
  );
}
