import {
  follow,
  isObject,
  keysOf,
  objectOf,
  Problem,
  referenceIn,
  versionOf,
  type Followed,
  type Json,
  type JsonObject,
  ownOf,
} from "@x/openapi";

/** An object of a document and where it is written (JSON pointer, RFC 6901). */
export interface Place {
  pointer: string;
  value: JsonObject;
}

/** A schema: the places that together say what it is. There is one node for each set of places. */
export interface Node {
  readonly side: Side;
  readonly key: string;
  readonly places: readonly Place[];
  /** The schema component that it is referred to as. */
  readonly name: string | undefined;
}

/** Keywords beside a `$ref` that count even in OpenAPI 3.0, where all others are to be ignored. */
const documentation = new Set(["description", "summary"]);

/** One of the two documents: finds things, follows references. */
export class Side {
  readonly document: JsonObject;
  readonly source: string;
  /** OpenAPI 3.0 reads `$ref` siblings as nothing; 3.1 as further constraints. */
  readonly siblingsCount: boolean;
  readonly #nodes = new Map<string, Node>();
  /** By the value itself: the same schema is asked for again and again. */
  readonly #written = new WeakMap<JsonObject, { readonly pointer: string; readonly node: Node }>();

  constructor(document: JsonObject, source: string) {
    this.document = document;
    this.source = source;
    this.siblingsCount = versionOf(document) !== "3.0";
  }

  /**
   * The object that a value is or refers to, following chains of references.
   *
   * @throws {Problem} when a reference dangles, leaves the document or goes round in a circle
   */
  resolve(value: Json | undefined, pointer: string): Place {
    const found = this.#follow(value, pointer);
    return {
      pointer: found.pointer,
      value: found.value === false && found.pointer !== pointer ? { not: {} } : objectOf(found.value),
    };
  }

  /**
   * The places that together say what a schema is: the target of its `$ref` and, where siblings count, what stands beside it.
   * `true` and `false` (3.1) become `{}` and `{ not: {} }`.
   *
   * @throws {Problem} as `resolve` does
   */
  schema(value: Json | undefined, pointer: string): Place[] {
    const found = this.#follow(value, pointer);
    const places: Place[] = [
      { pointer: found.pointer, value: found.value === false ? { not: {} } : objectOf(found.value) },
    ];
    for (const beside of found.siblings.toReversed()) {
      const counted = Object.entries(objectOf(beside.value)).filter(
        ([key]) => this.siblingsCount || documentation.has(key),
      );
      if (counted.length > 0) places.push({ pointer: beside.pointer, value: Object.fromEntries(counted) });
    }
    return places;
  }

  /**
   * The node of a schema. What is not written takes anything.
   *
   * @throws {Problem} as `resolve` does
   */
  node(value: Json | undefined, pointer: string): Node {
    if (!isObject(value)) return this.nodeOf(this.schema(value, pointer), nameIn(value));
    const known = this.#written.get(value);
    if (known?.pointer === pointer) return known.node;
    const node = this.nodeOf(this.schema(value, pointer), nameIn(value));
    this.#written.set(value, { pointer, node });
    return node;
  }

  /** The node of places that all apply. */
  nodeOf(places: readonly Place[], name?: string): Node {
    const key = places.map((place) => place.pointer).join("&");
    let node = this.#nodes.get(key);
    if (node === undefined) this.#nodes.set(key, (node = { side: this, key, places, name: name ?? nameAt(places) }));
    return node;
  }

  #follow(value: Json | undefined, pointer: string): Followed {
    const found = follow(this.document, value, pointer);
    if (found.broken === undefined) return found;
    const { reference, why, pointer: where } = found.broken;
    if (why === "leaves the document")
      this.#refuse(where, reference, "leaves the document; only references that start with #/ can be compared");
    if (why === "points at nothing") this.#refuse(where, reference, why);
    return this.#refuse(pointer, reference, "goes round in a circle");
  }

  #refuse(pointer: string, reference: string, why: string): never {
    throw new Problem(`${this.source}#${pointer}: $ref "${reference}" ${why}.`);
  }
}

function nameIn(value: Json | undefined): string | undefined {
  const reference = referenceIn(value);
  return reference === undefined ? undefined : componentIn(reference);
}

function nameAt([home]: readonly Place[]): string | undefined {
  return home === undefined ? undefined : componentIn(home.pointer);
}

function componentIn(pointer: string): string | undefined {
  const keys = keysOf(pointer);
  return keys.length === 3 && keys[0] === "components" && keys[1] === "schemas" ? keys[2] : undefined;
}

/** The member of an object, if it is an object; else an empty one. */
export function objectAt(value: JsonObject, key: string): JsonObject {
  return objectOf(ownOf(value, key));
}
