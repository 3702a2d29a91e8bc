import { generateFiles } from "../generate-files.ts";
import { compile } from "../usage/in-memory.ts";
import { usageProgram } from "../usage/usage-program.ts";
import { additions } from "./additions.ts";
import { baseDocument } from "./base-document.ts";
import { oneOf, randomOf } from "./random.ts";
import { runProgram } from "./run-program.ts";

/** Packages in one run of the compiler. */
const BATCH = 40;

export interface Broken {
  readonly seed: number;
  readonly kind: string;
  readonly what: string;
  /** The row of the table that allows it. */
  readonly allowed: string | undefined;
  readonly errors: readonly string[];
}

/**
 * Makes an addition a seed to a document, and compiles and runs yesterday's usage program against what is generated of it.
 *
 * @returns the additions by which something broke
 */
export async function breakingAdditions(from: number, to: number): Promise<Broken[]> {
  const { files: old } = await generateFiles(baseDocument, "specs/acme.yaml");
  const program = usageProgram(old);
  const sentBefore = await runProgram(program, old["operations.ts"]);
  const broken: Broken[] = [];
  for (let first = from; first < to; first += BATCH) {
    const made = [];
    for (let seed = first; seed < Math.min(to, first + BATCH); seed += 1) made.push(await addTo(seed));
    const sources = made.flatMap(({ seed, files }) =>
      Object.entries({ ...files, "usage.ts": program.text }).map(([name, text]) => [`${seed}/${name}`, text]),
    );
    const messages = compile(Object.fromEntries(sources));
    for (const { seed, files, ...addition } of made) {
      const sent = await runProgram(program, files["operations.ts"]);
      const errors = [
        ...messages.filter((message) => message.startsWith(`${seed}/`)),
        ...sentBefore.flatMap((text, index) =>
          sent[index] === text ? [] : [`was sent: ${text}\nis sent: ${sent[index]}`],
        ),
      ];
      if (errors.length) broken.push({ seed, ...addition, errors });
    }
  }
  return broken;
}

async function addTo(seed: number) {
  const random = randomOf(seed);
  const document = structuredClone(baseDocument);
  const addition = oneOf(random, additions);
  const { what, mayBreak } = addition.apply(document, random);
  const { files } = await generateFiles(document, "specs/acme.yaml");
  return { seed, files, kind: addition.kind, what, allowed: mayBreak };
}
