import { at, isObject, type Json, type JsonObject, pointerSegment, Problem } from "@x/openapi";

/** An object of a document and where it is written (JSON pointer, RFC 6901). */
export interface Place {
  pointer: string;
  value: JsonObject;
}

/** Keywords beside a `$ref` that count even in OpenAPI 3.0, where all others are to be ignored. */
const documentation = new Set(["description", "summary"]);

/** One of the two documents: finds things, follows references. */
export class Side {
  readonly document: JsonObject;
  readonly source: string;
  /** OpenAPI 3.0 reads `$ref` siblings as nothing; 3.1 as further constraints. */
  readonly siblingsCount: boolean;
  /** Room for what others derive from this document, such as the shapes of its schemas. */
  readonly derived = new Map<string, unknown>();
  readonly #targets = new Map<string, Place>();

  constructor(document: JsonObject, source: string) {
    this.document = document;
    this.source = source;
    this.siblingsCount = !String(document["openapi"]).startsWith("3.0");
  }

  /**
   * The object that a value is or refers to, following chains of references.
   *
   * @throws {Problem} when a reference dangles, leaves the document or goes round in a circle
   */
  resolve(value: Json | undefined, pointer: string): Place {
    let place: Place = { pointer, value: isObject(value) ? value : {} };
    const seen = new Set<string>();
    while (typeof place.value["$ref"] === "string") {
      const reference = place.value["$ref"];
      if (seen.has(reference)) this.#refuse(pointer, reference, "goes round in a circle");
      seen.add(reference);
      place = this.#target(reference, place.pointer);
    }
    return place;
  }

  /**
   * The places that together say what a schema is: the target of its `$ref` and, where siblings count, what stands beside it.
   * `true` and `false` (3.1) become `{}` and `{ not: {} }`.
   *
   * @throws {Problem} as `resolve` does
   */
  schema(value: Json | undefined, pointer: string): Place[] {
    const places: Place[] = [];
    const seen = new Set<string>();
    let place: Place = { pointer, value: value === false ? { not: {} } : isObject(value) ? value : {} };
    for (;;) {
      const { $ref: reference, ...siblings } = place.value;
      if (typeof reference !== "string") return [place, ...places];
      const counted = Object.entries(siblings).filter(([key]) => this.siblingsCount || documentation.has(key));
      if (counted.length > 0)
        places.unshift({ pointer: place.pointer, value: Object.fromEntries(counted) as JsonObject });
      if (seen.has(reference)) this.#refuse(pointer, reference, "goes round in a circle");
      seen.add(reference);
      place = this.#target(reference, place.pointer);
    }
  }

  #target(reference: string, from: string): Place {
    const known = this.#targets.get(reference);
    if (known !== undefined) return known;
    if (!reference.startsWith("#/")) {
      this.#refuse(from, reference, "leaves the document; only references that start with #/ can be compared");
    }
    const value = at(this.document, reference);
    if (value === undefined) this.#refuse(from, reference, "points at nothing");
    const object: JsonObject = value === false ? { not: {} } : isObject(value) ? value : {};
    const target = { pointer: decodeURIComponent(reference.slice(1)), value: object };
    this.#targets.set(reference, target);
    return target;
  }

  #refuse(pointer: string, reference: string, why: string): never {
    throw new Problem(`${this.source}#${pointer}: $ref "${reference}" ${why}.`);
  }
}

/** The member of an object, if it is an object; else an empty one. */
export function objectAt(value: JsonObject, key: string): JsonObject {
  const member = value[key];
  return isObject(member) ? member : {};
}

/** The pointer of a member, however deep. */
export function below(pointer: string, ...keys: (string | number)[]): string {
  return [pointer, ...keys.map(pointerSegment)].join("/");
}
