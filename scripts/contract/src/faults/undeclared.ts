import { below, isObject, type JsonObject, locate } from "@x/openapi";
import { schemasOf } from "../spec/schemas.ts";

/** A name in a `required` list that no schema declares as a property. */
export interface Undeclared {
  /** Pointer of the schema with the list. */
  readonly schema: string;
  readonly name: string;
}

/**
 * The required properties of a document that do not exist, as vendors leave them behind. One schema may demand what another
 * declares that it is combined with, by `allOf`, `oneOf` or `anyOf`, above or below it: such a name is not among them.
 */
export function undeclaredOf(document: JsonObject): Undeclared[] {
  const schemas = schemasOf(document);
  const groups = new Groups();
  for (const { pointer, schema } of schemas) {
    const members = typeof schema["$ref"] === "string" ? [pointer] : [];
    for (const key of ["allOf", "oneOf", "anyOf"]) {
      const list = schema[key];
      if (Array.isArray(list)) members.push(...list.map((_, index) => below(pointer, key, index)));
    }
    for (const member of members) groups.unite(pointer, locate(document, member).pointer);
  }
  const declared = new Map<string, Set<string>>();
  for (const { pointer, schema } of schemas) {
    if (!isObject(schema["properties"])) continue;
    const names = declared.get(groups.of(pointer)) ?? new Set();
    for (const name of Object.keys(schema["properties"])) names.add(name);
    declared.set(groups.of(pointer), names);
  }
  const found: Undeclared[] = [];
  for (const { pointer, schema } of schemas) {
    const names = declared.get(groups.of(pointer));
    // A schema that names no property, or says what any other is like, may well demand one more.
    const isOpen = !isObject(schema["properties"]) || schema["additionalProperties"] !== undefined;
    if (!names || isOpen || !Array.isArray(schema["required"])) continue;
    for (const name of schema["required"]) {
      if (typeof name === "string" && !names.has(name)) found.push({ schema: pointer, name });
    }
  }
  return found;
}

/** Schemas that are combined with each other, however far. */
class Groups {
  readonly #parents = new Map<string, string>();

  of(pointer: string): string {
    let current = pointer;
    for (let next = this.#parents.get(current); next !== undefined; next = this.#parents.get(current)) current = next;
    return current;
  }

  unite(one: string, other: string): void {
    const [first, second] = [this.of(one), this.of(other)];
    if (first !== second) this.#parents.set(first, second);
  }
}
