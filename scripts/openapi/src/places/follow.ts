import { isObject, type Json, type JsonObject } from "../json.ts";
import { Problem } from "../problem.ts";
import { below, keysOf, valueAt } from "./pointer.ts";

/** A value and where it is written (JSON pointer, RFC 6901). */
export interface Written {
  readonly value: Json | undefined;
  readonly pointer: string;
}

/** Where a chain of references ends. */
export interface Followed extends Written {
  /** What stands beside each `$ref` on the way, the first one first: handed over, not merged. Mostly there is none. */
  readonly siblings: readonly Written[];
  /** Set where the chain leads nowhere; `value` is then undefined and `pointer` that of the last reference. */
  readonly broken?: Broken;
}

/** A reference that leads nowhere. */
export interface Broken {
  readonly reference: string;
  /** Of the object with the `$ref`. */
  readonly pointer: string;
  readonly why: "points at nothing" | "leaves the document" | "refers to itself" | "goes on over too many others";
}

/** References in a row. Real documents have three; of thousands, each is followed to the end from each. */
const MAX_CHAIN = 100;

/** What the references of a document spell. The values they lead to are looked up anew: a document may be changed. */
const spelled = new WeakMap<JsonObject, Map<string, { readonly keys: string[]; readonly pointer: string }>>();

/**
 * What a value stands for: what its `$ref` leads to, chains followed to their end. Any other value stands for itself.
 *
 * @param pointer - where the value is written
 */
export function follow(document: JsonObject, value: Json | undefined, pointer: string): Followed {
  const siblings: Written[] = [];
  const seen = new Set<string>();
  let here: Written = { value, pointer };
  for (;;) {
    const reference = referenceIn(here.value);
    if (reference === undefined) return { ...here, siblings };
    if (Object.keys(here.value as JsonObject).length > 1) {
      const { $ref: _, ...beside } = here.value as JsonObject;
      siblings.push({ value: beside, pointer: here.pointer });
    }
    const target = isInside(reference) ? targetOf(document, reference) : undefined;
    const found = target === undefined ? undefined : valueAt(document, target.keys);
    const why =
      target === undefined
        ? "leaves the document"
        : found === undefined
          ? "points at nothing"
          : seen.has(target.pointer)
            ? "refers to itself"
            : seen.size >= MAX_CHAIN
              ? "goes on over too many others"
              : undefined;
    if (target === undefined || why !== undefined)
      return {
        ...here,
        value: undefined,
        siblings,
        broken: { reference, pointer: here.pointer, why: why as "points at nothing" },
      };
    seen.add(target.pointer);
    here = { value: found, pointer: target.pointer };
  }
}

/**
 * What stands at a JSON pointer, and where it is really written, once its references are followed.
 *
 * @throws {Problem} when one dangles, leaves the document or goes round in a circle
 */
export function locate(document: JsonObject, pointer: string): Written {
  const { broken, ...found } = follow(document, valueAt(document, keysOf(pointer)), pointer);
  if (broken !== undefined) throw new Problem(`#${pointer}: $ref "${broken.reference}" ${broken.why}.`);
  return found;
}

/**
 * The value alone that `follow` finds.
 *
 * @param source - what to call the place in the error
 * @throws {Problem} when a reference dangles, leaves the document or goes round in a circle
 */
export function resolve(document: JsonObject, value: Json | undefined, source: string): Json | undefined {
  if (referenceIn(value) === undefined) return value;
  const { value: found, broken } = follow(document, value, "");
  if (broken !== undefined) throw new Problem(`${source}: $ref "${broken.reference}" ${broken.why}.`);
  return found;
}

/** The text of a value's `$ref`. Whether it is a reference says its place: see `walk`. */
export function referenceIn(value: Json | undefined): string | undefined {
  const reference = isObject(value) ? value["$ref"] : undefined;
  return typeof reference === "string" ? reference : undefined;
}

/** The JSON pointer that a reference to this document holds, its escapes in their plain form; undefined for any other. */
export function pointerOf(document: JsonObject, reference: string): string | undefined {
  return isInside(reference) ? targetOf(document, reference).pointer : undefined;
}

function isInside(reference: string): boolean {
  return reference === "#" || reference.startsWith("#/");
}

function targetOf(document: JsonObject, reference: string): { readonly keys: string[]; readonly pointer: string } {
  let known = spelled.get(document);
  if (known === undefined) spelled.set(document, (known = new Map()));
  let target = known.get(reference);
  if (target === undefined) {
    const keys = keysOf(reference);
    known.set(reference, (target = { keys, pointer: below("", ...keys) }));
  }
  return target;
}
