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

/** Keywords whose keys are names. */
const MAPS = new Set(["properties", "patternProperties", "dependentSchemas"]);

/** What is known of a value: equal values have one number. */
interface Text {
  readonly number: number;
  /** Whether all that it refers to is unchanged too; undefined until that is asked. */
  isUnchanged?: boolean;
}

/** A value, and whether its keys are names and no keywords. */
type Written = readonly [value: Json, isMap: boolean];

/**
 * Which schemas are the same text on both sides, with all that they refer to: they need no comparison, so that time goes
 * where the documents differ. Each value is looked at once, and no call is nested in another, however deep schemas are.
 */
export class SameText {
  readonly #unchanged: ReadonlySet<string>;
  readonly #isSilent: boolean;
  readonly #isOneVersion: boolean;
  readonly #numbers = new Map<string, number>();
  readonly #schemas = new WeakMap<object, Text>();
  readonly #maps = new WeakMap<object, Text>();
  #count = 0;

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
      return this.#numberOf(value) === this.#numberOf(other.value) && this.#isUnchanged([value, false]);
    });
  };

  #find(before: JsonObject, after: JsonObject): Set<string> {
    const unchanged = new Set<string>();
    const users = new Map<string, string[]>();
    for (const [name, value] of Object.entries(before)) {
      if (!Object.hasOwn(after, name) || this.#numberOf(value) !== this.#numberOf(after[name] ?? null)) continue;
      const own = `#/components/schemas/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
      unchanged.add(own);
      const waiting: Written[] = [[value, false]];
      for (let each = waiting.pop(); each !== undefined; each = waiting.pop()) {
        const reference = referenceOf(each);
        if (reference !== undefined) users.set(reference, [...(users.get(reference) ?? []), own]);
        waiting.push(...this.#partsOf(each));
      }
    }
    // What refers to something that changed has changed.
    const waiting = [...users.keys()].filter((each) => !unchanged.has(each));
    for (let each = waiting.pop(); each !== undefined; each = waiting.pop())
      for (const user of users.get(each) ?? []) if (unchanged.delete(user)) waiting.push(user);
    return unchanged;
  }

  #isUnchanged(written: Written): boolean {
    this.#inOrder(
      written,
      ({ isUnchanged }) => isUnchanged !== undefined,
      (each, parts) => {
        const reference = referenceOf(each);
        const text = this.#textOf(each);
        const isOwn = reference === undefined || this.#unchanged.has(reference);
        if (text) text.isUnchanged = isOwn && parts.every((part) => this.#textOf(part)?.isUnchanged !== false);
      },
    );
    return this.#textOf(written)?.isUnchanged !== false;
  }

  #numberOf(value: Json): number {
    this.#inOrder(
      [value, false],
      () => true,
      (each, parts) => {
        const [object] = each;
        if (!isObject(object) && !Array.isArray(object)) return;
        const keys = Array.isArray(object) ? [] : this.#keysOf(each).map((key) => JSON.stringify(key));
        const numbers = parts.map((part) => this.#textOf(part)?.number ?? this.#numbered(JSON.stringify(part[0])));
        const isAlone = !this.#isOneVersion && referenceOf(each) !== undefined && Object.keys(object).length > 1;
        const text = `${Array.isArray(object)}${isAlone ? this.#count : ""} ${keys.join()} ${numbers.join()}`;
        (each[1] ? this.#maps : this.#schemas).set(object, { number: this.#numbered(text) });
      },
    );
    return this.#textOf([value, false])?.number ?? this.#numbered(JSON.stringify(value));
  }

  #numbered(text: string): number {
    let number = this.#numbers.get(text);
    if (number === undefined) this.#numbers.set(text, (number = this.#count += 1));
    return number;
  }

  /** Visits a value and all inside it that is not known, the inner first. */
  #inOrder(
    start: Written,
    isKnown: (text: Text) => boolean,
    visit: (each: Written, parts: readonly Written[]) => void,
  ): void {
    const waiting: { readonly each: Written; readonly parts: readonly Written[]; isOpen: boolean }[] = [];
    const push = (each: Written): void => {
      const text = this.#textOf(each);
      if (typeof each[0] === "object" && each[0] !== null && !(text && isKnown(text)))
        waiting.push({ each, parts: this.#partsOf(each), isOpen: false });
    };
    push(start);
    for (let last = waiting.at(-1); last !== undefined; last = waiting.at(-1)) {
      if (last.isOpen) {
        waiting.pop();
        visit(last.each, last.parts);
      } else {
        last.isOpen = true;
        for (const part of last.parts) push(part);
      }
    }
  }

  #textOf([value, isMap]: Written): Text | undefined {
    if (typeof value !== "object" || value === null) return undefined;
    return (isMap ? this.#maps : this.#schemas).get(value);
  }

  /** The keys that count, in an order of their own. */
  #keysOf([value, isMap]: Written): string[] {
    return Object.keys(value as JsonObject)
      .filter((key) => isMap || !this.#isSilent || (!SILENT.has(key) && !key.startsWith("x-")))
      .toSorted();
  }

  #partsOf(written: Written): Written[] {
    const [value, isMap] = written;
    if (Array.isArray(value)) return value.map((each) => [each, false]);
    if (!isObject(value)) return [];
    return this.#keysOf(written).map((key) => [value[key] ?? null, !isMap && MAPS.has(key)]);
  }
}

function referenceOf([value, isMap]: Written): string | undefined {
  const reference = !isMap && isObject(value) ? value["$ref"] : undefined;
  return typeof reference === "string" ? reference : undefined;
}
