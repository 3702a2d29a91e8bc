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
      // Contradictions, such as a demanded property that takes no value: nobody is broken by what becomes of them.
      if (witness === "nothing") continue;
      const row = (matrix[wire] ??= { witnessed: 0, not: 0 });
      row[witness === "none" ? "not" : "witnessed"] += 1;
      const shown = `${way}: ${JSON.stringify(old)} → ${JSON.stringify(next)}`;
      if (wire === "compatible" && witness !== "none") missed.push(`${shown}: ${JSON.stringify(witness.value)}`);
      const ids = changes.filter((change) => change.wire === "breaking").map(({ id }) => id);
      if (wire === "breaking" && witness === "none") unwitnessed.push(`${ids.join()}  ${shown}`);
    }
    // Compiled validators are kept for ever otherwise.
    ajv.removeSchema();
  }
  return { matrix, missed, unwitnessed };
}

/** A value that is sent and not taken; `nothing` where no value was found that is sent at all. */
function witnessOf(ajv: Ajv2020, sender: JsonObject, receiver: JsonObject): { value: Json } | "none" | "nothing" {
  const compiled = new Map<string, (value: Json) => boolean>();
  const takes = (schema: Json, value: Json): boolean => {
    const text = JSON.stringify(schema);
    let validate = compiled.get(text);
    if (validate === undefined) compiled.set(text, (validate = ajv.compile(schema as JsonObject)));
    return validate(value);
  };
  const sent = instancesOf([sender, receiver], takes).filter(
    (value) => takes(sender, value) && isDeclared(sender, value, takes),
  );
  if (sent.length === 0) return "nothing";
  const value = sent.find((each) => !takes(receiver, each));
  return value === undefined ? "none" : { value };
}
