import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { MockError } from "./mock-error.ts";

/** Whether a target is the path of a document, and not the name of a package. */
export function isPath(target: string): boolean {
  return /^(\.{0,2}[/\\]|[a-z]:[/\\]|file:)|\.(ya?ml|json)$/i.test(target);
}

/**
 * Where a target's document is.
 *
 * @param target - a package's name, or a path, relative to `from`
 * @param from - the folder from which packages are found, as an import there would
 * @throws {MockError} when there is no such package, or it brings no document
 */
export function findDocument(target: string, from: string): string {
  if (isPath(target)) return target.startsWith("file:") ? fileURLToPath(target) : resolve(from, target);
  const document = find(`${target}/openapi.yaml`, from);
  if (typeof document === "string") return document;
  if (!isThere(target, from)) throw notFound(target, from);
  throw new MockError(`${target} has no document: it brings no openapi.yaml. Give the path of a document instead.`);
}

/**
 * The file that an import of the package loads.
 *
 * @throws {MockError} when there is no such package, or it can't be imported
 */
export function findModule(name: string, from: string): string {
  const found = find(name, from);
  if (typeof found === "string") return found;
  throw isThere(name, from) ? new MockError(`${name} can't be imported: ${found.message}`) : notFound(name, from);
}

/** The dependencies of a package that bring a document, where they are found from it. */
export function apiPackagesOf(name: string, from: string): string[] {
  const manifest = find(`${name}/package.json`, from);
  if (typeof manifest !== "string") return [];
  const { dependencies = {} } = JSON.parse(readFileSync(manifest, "utf8")) as { dependencies?: Record<string, string> };
  return Object.keys(dependencies).filter(
    (each) => typeof find(`${each}/openapi.yaml`, dirname(manifest)) === "string",
  );
}

function isThere(name: string, from: string): boolean {
  return [`${name}/package.json`, name].some((specifier) => {
    const found = find(specifier, from);
    return typeof found === "string" || found.code === "ERR_PACKAGE_PATH_NOT_EXPORTED";
  });
}

function find(specifier: string, from: string): string | NodeJS.ErrnoException {
  try {
    return createRequire(join(from, "package.json")).resolve(specifier);
  } catch (thrown) {
    return thrown as NodeJS.ErrnoException;
  }
}

function notFound(name: string, from: string): MockError {
  return new MockError(`There is no package "${name}" to be found from ${from}. Install it there, or check its name.`);
}
