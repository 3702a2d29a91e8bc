import { Problem } from "@x/openapi";
import { reportStep } from "../supervision/inside.ts";
import { inWords } from "../transaction/words.ts";
import { root } from "../workspace/files.ts";

/** What a step gives back, and how it went in a few words. */
type Outcome<Result> = readonly [result: Result, words: string];

/** Shows a command's steps one by one as they go. */
export interface Steps {
  /** Begins a group of steps. */
  readonly begin: (title: string) => void;
  /** Shows a step that is done. */
  readonly tell: (name: string, words: string) => void;
  /**
   * Runs a step and shows how it went.
   *
   * @throws {Problem} naming the step and why it failed
   */
  readonly run: <Result>(name: string, body: () => Outcome<Result> | Promise<Outcome<Result>>) => Promise<Result>;
}

/** Steps whose lines go to `write`. */
export function createSteps(write: (line: string) => void): Steps {
  let group = "";
  const tell = (name: string, words: string): void => write(`  ${name.padEnd(18)} ${words}`);
  return {
    begin: (title) => {
      group = title;
      write(title);
    },
    tell,
    run: async (name, body) => {
      reportStep(`${group}: ${name}`);
      try {
        const [result, words] = await body();
        tell(name, words);
        return result;
      } catch (thrown) {
        tell(name, "failed");
        // What nobody foresaw is shown with its stack: it is ours to mend, not the vendor's.
        const told = inWords(thrown, root);
        const why = told instanceof Problem ? told.message : ((thrown as Error).stack ?? String(thrown));
        throw new Problem(`${group}: the step "${name}" failed. Nothing was changed.\n${why}`, {
          cause: thrown,
        });
      }
    },
  };
}
