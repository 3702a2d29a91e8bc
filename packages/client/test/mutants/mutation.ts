/** A breakage of the client, and the tests that must notice it. */
export interface Mutation {
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

/** A breakage that, unless other test files are named, the tests beside the source must notice. */
export function breakage(name: string, file: string, find: string, replace: string, ...group: string[]): Mutation {
  return { name, file: `${file}.ts`, find, replace, group: group.length ? group : [`src/${file}.test.ts`] };
}
