import { Ajv2020 } from "ajv/dist/2020.js";
import { isDeclared } from "./declared.ts";
import { instancesOf } from "./instances.ts";
import { RandomSchemas } from "./random-schemas.ts";
import { compareByRule } from "../diff.ts";
import { small } from "../testing/small.ts";
import type { Json, JsonObject } from "@x/openapi";

/** How often each verdict was told, and how often a value showed that the receiver refuses what the sender may send. */
export interface Matrix {
  readonly [verdict: string]: { witnessed: number; not: number };
}

export interface Judged {
  readonly matrix: Matrix;
  /** Told compatible, though there is such a value. */
  readonly missed: readonly string[];
  /** Told breaking without such a value, by the ids that say so. */
  readonly unwitnessed: readonly string[];
}

/** Judges the verdicts on pairs of random schemas, sent and received, by what Ajv takes. */
export function judgeByAjv(pairs: number, seed: number): Judged {
  const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: false });
  const random = new RandomSchemas(seed);
  const matrix: { [verdict: string]: { witnessed: number; not: number } } = {};
  const missed: string[] = [];
  const unwitnessed: string[] = [];
  for (let count = 0; count < pairs; count += 1) {
    const old = random.schema();
    const next = random.neighbour(old);
    for (const way of ["sent", "received"] as const) {
      const { wire, changes } = compareByRule(small({ [way]: old }), small({ [way]: next }));
      const [sender, receiver] = way === "sent" ? [old, next] : [next, old];
      const witness = witnessOf(ajv, sender, receiver);
      const row = (matrix[wire] ??= { witnessed: 0, not: 0 });
      row[witness === undefined ? "not" : "witnessed"] += 1;
      const shown = `${way}: ${JSON.stringify(old)} → ${JSON.stringify(next)}`;
      if (wire === "compatible" && witness !== undefined) missed.push(`${shown}: ${JSON.stringify(witness)}`);
      const ids = changes.filter((change) => change.wire === "breaking").map(({ id }) => id);
      if (wire === "breaking" && witness === undefined) unwitnessed.push(`${ids.join()}  ${shown}`);
    }
    // Compiled validators are kept for ever otherwise.
    ajv.removeSchema();
  }
  return { matrix, missed, unwitnessed };
}

function witnessOf(ajv: Ajv2020, sender: JsonObject, receiver: JsonObject): Json | undefined {
  const [sends, takes] = [ajv.compile(sender), ajv.compile(receiver)];
  return instancesOf([sender, receiver]).find((value) => sends(value) && isDeclared(sender, value) && !takes(value));
}
