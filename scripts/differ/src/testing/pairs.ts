import { join } from "node:path";
import { type JsonObject, readOpenApi } from "@x/openapi";
import { decisions } from "../rules/decisions.ts";
import { semanticRules } from "../rules/semantic.ts";

/** A folder a rule, with a document before and after what it is of. */
export const pairsFolder = join(import.meta.dirname, "../../pairs");

/** Those of which a pair of documents is kept. */
export const rulesWithPairs = [...semanticRules, ...decisions];

/** The pair of a rule. */
export function documentsOf(id: string): { readonly old: JsonObject; readonly next: JsonObject } {
  const [old, next] = ["old.yaml", "new.yaml"].map((name) => readOpenApi(join(pairsFolder, id, name)) as JsonObject);
  return { old: old as JsonObject, next: next as JsonObject };
}
