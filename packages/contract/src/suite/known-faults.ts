import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ContractError } from "../contract-error.ts";
import { root } from "./spec-paths.ts";

/**
 * Pointers to the examples of a vendor's document that its own schemas refuse (`#/…/example`), from
 * `packages/<vendor>/test/known-faults.json`. Without that file there are none.
 *
 * @throws {ContractError} when it is not a list of strings
 */
export function knownFaultsOf(vendor: string): readonly string[] {
  const path = join(root, "packages", vendor, "test/known-faults.json");
  let list: unknown;
  try {
    list = JSON.parse(readFileSync(path, "utf8"));
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw new ContractError(`${path} can't be read: ${(thrown as Error).message}`);
  }
  if (Array.isArray(list) && list.every((item) => typeof item === "string")) return list;
  throw new ContractError(`${path} must hold a list of JSON pointers.`);
}
