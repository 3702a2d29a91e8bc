import { readFileSync, statSync } from "node:fs";
import { decodeText, Problem } from "@x/openapi";
import { nameOf } from "./address.ts";
import type { Bounds } from "./bounds.ts";
import type { Budget } from "./budget.ts";
import { fetchText } from "./fetch-text.ts";

/**
 * The text of a file or a URL, within the bounds.
 *
 * @throws {Problem} when it cannot be read, is too big or is not text
 */
export async function readText(address: URL, base: string, bounds: Bounds, budget: Budget): Promise<string> {
  if (address.protocol !== "file:") return fetchText(address, bounds, budget);
  const name = nameOf(address, base);
  const found = statSync(address, { throwIfNoEntry: false });
  if (found === undefined) throw new Problem(`${name} does not exist.`);
  if (!found.isFile()) throw new Problem(`${name} is not a file.`);
  if (found.size > bounds.maxBytes)
    throw new Problem(`${name} is bigger than ${bounds.maxBytes} bytes. That is no API document.`);
  budget.spend(found.size, name);
  return decodeText(readFileSync(address), name);
}
