import { relative, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Problem } from "@x/openapi";

/**
 * A source as a URL; a path becomes a `file:` one, read from the base folder.
 *
 * @throws {Problem} when it looks like a URL and is none
 */
export function addressOf(from: string, base: string): URL {
  if (!/^[a-z][a-z0-9+.-]+:\/\//i.test(from)) return pathToFileURL(resolve(base, from));
  const address = URL.parse(from);
  if (address === null) throw new Problem(`"${from}" is not a valid URL.`);
  return address;
}

/** What messages call an address: a file by its path from the base folder where it lies inside, a URL as it is. */
export function nameOf(address: URL, base: string): string {
  if (address.protocol !== "file:") return address.href;
  const path = fileURLToPath(address);
  const inside = relative(base, path);
  return inside.startsWith("..") || inside === "" ? path : inside.replaceAll("\\", "/");
}
