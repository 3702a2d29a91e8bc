import { isObject, objectOf, type Json, type JsonObject } from "@x/openapi";
import type { Node, Side } from "./side.ts";

/** Words for people and for tools: nothing in them is about data. */
const SILENT = new Set([
  "title",
  "description",
  "externalDocs",
  "summary",
  "example",
  "examples",
  "default",
  "deprecated",
  "$comment",
]);

/**
 * Which schemas are the same text on both sides, with all that they refer to: they need no comparison, so that time goes
 * where the documents differ.
 */
export class SameText {
  readonly #unchanged: Set<string>;
  readonly #isSilent: boolean;
  readonly #isOneVersion: boolean;

  /** @param isSilent - whether words for people and tools are left out */
  constructor(old: Side, next: Side, isSilent: boolean) {
    this.#isSilent = isSilent;
    this.#isOneVersion = old.siblingsCount === next.siblingsCount;
    const [before, after] = [old, next].map(({ document }) => objectOf(objectOf(document["components"])["schemas"]));
    this.#unchanged = this.#find(before ?? {}, after ?? {});
  }

  readonly isSame = (old: Node, next: Node): boolean => {
    if (old.places.length !== next.places.length) return false;
    return old.places.every(({ value, pointer }, index) => {
      const other = next.places[index];
      if (other === undefined) return false;
      const component = pointer === other.pointer ? /^\/components\/schemas\/([^/]+)$/.exec(pointer)?.[1] : undefined;
      if (component !== undefined) return this.#unchanged.has(`#${pointer}`);
      const references = new Set<string>();
      return this.#equal(value, other.value, references) && this.#areUnchanged(references);
    });
  };

  #areUnchanged(references: ReadonlySet<string>): boolean {
    return [...references].every((reference) => this.#unchanged.has(reference));
  }

  #find(before: JsonObject, after: JsonObject): Set<string> {
    const unchanged = new Map<string, Set<string>>();
    const users = new Map<string, string[]>();
    for (const [name, value] of Object.entries(before)) {
      const references = new Set<string>();
      if (!Object.hasOwn(after, name) || !this.#equal(value, after[name] ?? null, references)) continue;
      const own = `#/components/schemas/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
      unchanged.set(own, references);
      for (const each of references) users.set(each, [...(users.get(each) ?? []), own]);
    }
    // What refers to something that changed has changed.
    const waiting = [...users.keys()].filter((each) => !unchanged.has(each));
    for (let each = waiting.pop(); each !== undefined; each = waiting.pop())
      for (const user of users.get(each) ?? []) if (unchanged.delete(user)) waiting.push(user);
    return new Set(unchanged.keys());
  }

  #equal(left: Json | undefined, right: Json | undefined, references: Set<string>, isMap = false): boolean {
    if (Array.isArray(left)) {
      if (!Array.isArray(right) || left.length !== right.length) return false;
      return left.every((each, index) => this.#equal(each, right[index], references));
    }
    if (!isObject(left)) return left === right;
    if (!isObject(right)) return false;
    const isSpoken = (key: string): boolean => isMap || !this.#isSilent || (!SILENT.has(key) && !key.startsWith("x-"));
    const reference = left["$ref"];
    const isReference = !isMap && typeof reference === "string";
    if (isReference) {
      references.add(reference);
      if (!this.#isOneVersion && Object.keys(left).length > 1) return false;
    }
    const keys = Object.keys(left).filter(isSpoken);
    if (keys.length !== Object.keys(right).filter(isSpoken).length) return false;
    return keys.every((key) => {
      const isNames = !isMap && (key === "properties" || key === "patternProperties" || key === "dependentSchemas");
      return Object.hasOwn(right, key) && this.#equal(left[key], right[key], references, isNames);
    });
  }
}
