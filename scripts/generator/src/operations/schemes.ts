import type { SchemeDefinition } from "@x/client";
import { isObject, type JsonObject } from "@x/openapi";
import type { OperationModel } from "./model.ts";
import { schemeOf } from "./security.ts";

/** The security schemes that operations ask for. */
export interface Schemes {
  readonly definitions: ReadonlyMap<string, SchemeDefinition>;
  /** The one that the option `apiKey` serves. */
  readonly primary: string | undefined;
  /** Whether one bearer key is all there is. */
  readonly isPlain: boolean;
}

/**
 * The schemes of a document, as far as operations ask for them, sorted. The primary one is the first of the root `security`
 * that one string can serve, else the one that most operations name, then by name.
 */
export function schemesOf(document: JsonObject, operations: readonly OperationModel[]): Schemes {
  const uses = new Map<string, number>();
  for (const { security } of operations) {
    for (const name of new Set(security.flat())) uses.set(name, (uses.get(name) ?? 0) + 1);
  }
  const names = [...uses.keys()].toSorted();
  const definitions = new Map(names.map((name) => [name, schemeOf(document, name, "") as SchemeDefinition]));
  const simple = names.filter((name) => definitions.get(name) !== "basic");
  const root = Array.isArray(document["security"]) ? document["security"].filter(isObject).flatMap(Object.keys) : [];
  const byUse = simple.toSorted((left, right) => (uses.get(right) ?? 0) - (uses.get(left) ?? 0));
  const primary = root.find((name) => simple.includes(name)) ?? byUse[0];
  const isOne = names.length === 1 && definitions.get(names[0] as string) === "bearer";
  const isPlain =
    isOne && operations.every(({ security }) => security.every((alternative) => alternative.length === 1));
  return { definitions, primary, isPlain };
}
