import { existsSync, realpathSync } from "node:fs";
import { basename, dirname, join, resolve, sep } from "node:path";
import { MockError } from "./mock-error.ts";
import { readFile } from "./read-document.ts";

/** Controls and backslashes. */
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const NOT_PLAIN = /[\\\u0000-\u001F\u007F-\u009F]/;

/**
 * Whether a document refers to other files, which Prism then reads. It would read and fetch whatever a `$ref` names, in
 * examples and extensions too: so what lies outside of the document's own folder is refused before Prism sees the document.
 *
 * @param path - of the document's file; undefined for one that is in no file, and may refer to none
 * @throws {MockError} naming the file, where the reference stands (JSON pointer), and why it is refused
 */
export function checkReferences(document: unknown, path: string | undefined): boolean {
  const folder = path === undefined ? undefined : realpathSync(dirname(path));
  const first = path === undefined || folder === undefined ? "The document" : join(folder, basename(path));
  const files = new Map([[first, document]]);
  // A map goes on to what is added on the way.
  for (const [file, value] of files) {
    for (const [pointer, reference] of referencesOf(value)) {
      const refuse = (why: string): never => {
        throw new MockError(`${file}#${pointer}: the reference ${JSON.stringify(reference)} ${why}.`);
      };
      const [name = ""] = reference.split("#");
      if (folder === undefined) return refuse("leaves the document");
      // Prism passes over blanks and controls, and takes a backslash for a slash.
      const plain = decoded(name);
      if (plain !== plain.trim() || NOT_PLAIN.test(plain)) return refuse("is no plain path");
      // A scheme, a host, or a letter of a drive.
      if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(plain)) return refuse("leaves the document's folder");
      const target = resolve(dirname(file), plain);
      // One that is not there is Prism's to tell. A link counts as what it leads to.
      const isThere = existsSync(target);
      const real = isThere ? realpathSync(target) : target;
      if (!real.startsWith(folder + sep)) refuse("leaves the document's folder");
      // Settings and secrets (`.env`) are no part of a document.
      if (`${plain}/${real.slice(folder.length)}`.split(sep).some((each) => /^\.(?!\.?$)/.test(each)))
        refuse("leads to a hidden file");
      if (isThere && !files.has(target)) files.set(target, readFile(target));
    }
  }
  return files.size > 1 || referencesOf(document).length > 0;
}

/** The references of a file that lead out of it, by JSON pointer. */
function referencesOf(value: unknown): [pointer: string, reference: string][] {
  const found: [string, string][] = [];
  const seen = new Set<unknown>();
  const pending: [pointer: string, value: unknown][] = [["", value]];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const [pointer, each] = next;
    // YAML's aliases make one object of many, and may make a circle.
    if (typeof each !== "object" || each === null || seen.has(each)) continue;
    seen.add(each);
    for (const [key, member] of Object.entries(each)) {
      const where = `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
      if (key === "$ref" && typeof member === "string" && !member.startsWith("#")) found.push([where, member]);
      else pending.push([where, member]);
    }
  }
  return found;
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
