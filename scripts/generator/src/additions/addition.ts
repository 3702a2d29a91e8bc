import type { JsonObject } from "@x/openapi";
import type { Random } from "./random.ts";

/** Something that a vendor adds. Each changes a copy of the document and says what it did. */
export interface Addition {
  readonly kind: string;
  readonly apply: (document: JsonObject, random: Random) => AdditionMade;
}

export interface AdditionMade {
  readonly what: string;
  /** Why a program of yesterday may break by it, where that is a row of the README's table. */
  readonly mayBreak?: string;
}
