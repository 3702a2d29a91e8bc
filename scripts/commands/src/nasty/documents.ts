import type { Kind } from "./base.ts";
import * as references from "./references.ts";
import * as sizes from "./sizes.ts";
import type { Random } from "./texts.ts";

/** No larger than this: a megabyte. */
const MAX_LENGTH = 1_000_000;

const kinds: { readonly [name: string]: Kind } = { ...references, ...sizes };

/** As many nasty documents as asked for, the same for the same seed: their kind, and a text of less than a megabyte. */
export function* nastyDocuments(count: number, random: Random): Generator<{ kind: string; text: string }> {
  const all = Object.entries(kinds);
  for (let made = 0; made < count;) {
    const [kind, make] = all[made % all.length] as [string, Kind];
    const document = make(random);
    const text = typeof document === "string" ? document : JSON.stringify(document);
    if (text.length > MAX_LENGTH) continue;
    made += 1;
    yield { kind, text };
  }
}
