import { Ajv2020 } from "ajv/dist/2020.js";
import { asThreeZero } from "./as-three-zero.ts";
import { isDeclared } from "./declared.ts";
import { instancesOf, type Takes } from "./instances.ts";
import { minimal } from "./minimal.ts";
import { RandomSchemas } from "./random-schemas.ts";
import { compareByRule } from "../diff.ts";
import { small } from "../testing/small.ts";
import type { Change } from "../types.ts";
import type { Json, JsonObject } from "@x/openapi";

const MAX_COMPILED = 5_000;

/** How often each verdict was told, and how often a value showed that the receiver refuses what the sender may send. */
export interface Matrix {
  readonly [verdict: string]: { witnessed: number; not: number };
}

export interface Judged {
  readonly matrix: Matrix;
  /** Told compatible, though there is such a value: the least pair that shows it. */
  readonly missed: readonly string[];
  /** Told breaking without such a value, by the ids that say so. */
  readonly unwitnessed: readonly string[];
}

type Pair = readonly [old: JsonObject, next: JsonObject];
type Direction = "sent" | "received";

/** Judges the verdicts on pairs of random schemas, sent and received, in the words of 3.1 and of 3.0, by what Ajv takes. */
export function judgeByAjv(pairs: number, seed: number): Judged {
  const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: false });
  const random = new RandomSchemas(seed);
  const matrix: { [verdict: string]: { witnessed: number; not: number } } = {};
  const compiled = new Map<string, (value: Json) => boolean>();
  const takes = (schema: Json, value: Json): boolean => {
    const text = JSON.stringify(schema);
    let validate = compiled.get(text);
    if (validate === undefined) compiled.set(text, (validate = ajv.compile(schema as JsonObject)));
    return validate(value);
  };
  const missed: string[] = [];
  const unwitnessed: string[] = [];
  for (let count = 0; count < pairs; count += 1) {
    const old = random.schema();
    const pair: Pair = [old, random.neighbour(old)];
    const isThreeZero = count % 3 === 0;
    for (const direction of ["sent", "received"] as const) {
      const { wire, changes } = verdictOn(pair, direction, isThreeZero);
      const witness = witnessOf(takes, pair, direction);
      // Contradictions, such as a demanded property that takes no value: nobody is broken by what becomes of them.
      if (witness === "nothing") continue;
      const row = (matrix[wire] ??= { witnessed: 0, not: 0 });
      row[witness === "none" ? "not" : "witnessed"] += 1;
      if (wire === "compatible" && witness !== "none") {
        // What is left of a schema must still be one.
        const isMissed = (each: Pair): boolean =>
          each.every((schema) => ajv.validateSchema(schema) === true) &&
          typeof witnessOf(takes, each, direction) === "object" &&
          verdictOn(each, direction, isThreeZero).wire === wire;
        const least = minimal(pair, isMissed);
        const value = JSON.stringify(witnessOf(takes, least, direction));
        missed.push(`${direction}: ${JSON.stringify(least)}: ${value}, found in ${JSON.stringify(pair)}`);
      }
      const ids = changes.filter((change) => change.wire === "breaking").map(({ id }) => id);
      if (wire === "breaking" && witness === "none")
        unwitnessed.push(`${ids.join()}  ${direction}: ${JSON.stringify(pair)}`);
    }
    // Compiled validators are kept for ever otherwise.
    if (compiled.size < MAX_COMPILED) continue;
    ajv.removeSchema();
    compiled.clear();
  }
  return { matrix, missed, unwitnessed };
}

function verdictOn(
  pair: Pair,
  direction: Direction,
  isThreeZero: boolean,
): { wire: string; changes: readonly Change[] } {
  const [old, next] = pair.map((schema) =>
    small(isThreeZero ? { openapi: "3.0.4", [direction]: asThreeZero(schema) } : { [direction]: schema }),
  );
  return compareByRule(old as JsonObject, next as JsonObject);
}

/** A value that is sent and not taken; `nothing` where no value was found that is sent at all. */
function witnessOf(takes: Takes, [old, next]: Pair, direction: Direction): { value: Json } | "none" | "nothing" {
  const [sender, receiver] = direction === "sent" ? [old, next] : [next, old];
  const sent = instancesOf([sender, receiver], takes).filter(
    (value) => takes(sender, value) && isDeclared(sender, value, takes),
  );
  if (sent.length === 0) return "nothing";
  const value = sent.find((each) => !takes(receiver, each));
  return value === undefined ? "none" : { value };
}
