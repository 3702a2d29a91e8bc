/** A fault that is put into the client, and the tests that must notice it. */
export interface Mutant {
  /** What a user would suffer. */
  readonly name: string;
  /** In `src`. */
  readonly file: string;
  /** Text of the source, and what takes its place. */
  readonly find: string;
  readonly replace: string;
  /** Test files, of which the first failure ends the run. */
  readonly group: readonly string[];
}

/** A mutant that, unless other test files are named, the tests beside the source must notice. */
export function mutant(name: string, file: string, find: string, replace: string, ...group: string[]): Mutant {
  return { name, file: `${file}.ts`, find, replace, group: group.length ? group : [`src/${file}.test.ts`] };
}
