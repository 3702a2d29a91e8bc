import { below, follow, isObject, keysOf, mapSubschemas, objectOf, walk, type Json, type JsonObject } from "@x/openapi";
import { sentSchemas } from "./sent-schemas.ts";

/**
 * A copy of the document in which no request body demands a property that is `readOnly`: such a property need not be sent
 * (OpenAPI, Schema Object). A component that demands one keeps it for responses; beside it stands a variant for requests,
 * `Room` → `RoomRequest`, and what request bodies reach refers to that.
 */
export function withRequestVariants(document: JsonObject): JsonObject {
  const copy = structuredClone(document);
  const schemas = isObject(copy["components"]) ? copy["components"]["schemas"] : undefined;
  const variants = new Variants(copy, isObject(schemas) ? schemas : {});
  for (const { owner } of sentSchemas(copy)) {
    if (owner["schema"] !== undefined) owner["schema"] = variants.sent(owner["schema"]);
  }
  if (isObject(schemas)) Object.assign(schemas, variants.components);
  return copy;
}

class Variants {
  /** The variants, by their own name. */
  readonly components: JsonObject = {};
  readonly #document: JsonObject;
  readonly #schemas: JsonObject;
  readonly #names = new Map<string, string>();
  readonly #demanding: ReadonlySet<string>;

  constructor(document: JsonObject, schemas: JsonObject) {
    this.#document = document;
    this.#schemas = schemas;
    this.#demanding = this.#findDemanding();
  }

  /** The schema as a request has it. */
  sent(schema: Json): Json {
    if (!isObject(schema)) return schema;
    const name = componentOf(schema["$ref"]);
    if (name !== undefined) return this.#demanding.has(name) ? { ...schema, $ref: this.#variantOf(name) } : schema;
    const result = mapSubschemas(schema, (each) => this.sent(each));
    const { required, discriminator } = schema;
    if (Array.isArray(required)) {
      const readOnly = this.#readOnlyOf(schema);
      result["required"] = required.filter((each) => !readOnly.has(each));
    }
    if (isObject(discriminator) && isObject(discriminator["mapping"])) {
      const mapping = Object.entries(discriminator["mapping"]).map(([value, target]) => [value, this.#mapped(target)]);
      result["discriminator"] = { ...discriminator, mapping: Object.fromEntries(mapping) as JsonObject };
    }
    return result;
  }

  #mapped(target: Json): Json {
    const name = componentOf(target) ?? target;
    return typeof name === "string" && this.#demanding.has(name) ? this.#variantOf(name) : target;
  }

  /** The reference to a component's variant, which is made where there is none yet. */
  #variantOf(name: string): string {
    let variant = this.#names.get(name);
    if (variant === undefined) {
      variant = `${name}Request`;
      while (Object.hasOwn(this.#schemas, variant) || Object.hasOwn(this.components, variant)) variant += "_";
      this.#names.set(name, variant);
      // Taken before it is made: a component may lead to itself.
      this.components[variant] = {};
      this.components[variant] = this.sent(this.#schemas[name] as Json);
    }
    return `#${below("/components/schemas", variant)}`;
  }

  /** The components that demand a read-only property, or reach one that does. */
  #findDemanding(): Set<string> {
    const users = new Map<string, string[]>();
    const waiting: string[] = [];
    for (const name of Object.keys(this.#schemas)) {
      for (const { role, value } of walk(this.#document, { from: [{ pointer: below("/components/schemas", name) }] })) {
        if (role !== "schema" || !isObject(value)) continue;
        const used = componentOf(value["$ref"]);
        if (used !== undefined) users.set(used, [...(users.get(used) ?? []), name]);
        if (this.#demands(value)) waiting.push(name);
      }
    }
    const found = new Set<string>();
    for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
      if (found.has(name)) continue;
      found.add(name);
      waiting.push(...(users.get(name) ?? []));
    }
    return found;
  }

  #demands(schema: JsonObject): boolean {
    const { required } = schema;
    if (!Array.isArray(required) || required.length === 0) return false;
    const readOnly = this.#readOnlyOf(schema);
    return required.some((name) => readOnly.has(name));
  }

  /** Names of the read-only properties, those of `allOf` among them. */
  #readOnlyOf(reference: Json, seen: Set<JsonObject> = new Set()): Set<Json> {
    const schema = this.#target(reference);
    const names = new Set<Json>();
    if (seen.has(schema)) return names;
    seen.add(schema);
    for (const part of Array.isArray(schema["allOf"]) ? schema["allOf"] : []) {
      for (const name of this.#readOnlyOf(part, seen)) names.add(name);
    }
    for (const [name, property] of Object.entries(objectOf(schema["properties"]))) {
      if (objectOf(property)["readOnly"] === true || this.#target(property)["readOnly"] === true) names.add(name);
    }
    return names;
  }

  /** What a reference leads to. One that leads nowhere is for openapi-typescript to report. */
  #target(reference: Json): JsonObject {
    return objectOf(follow(this.#document, reference, "").value);
  }
}

/** The name of the component that a reference points at whole. */
function componentOf(reference: Json | undefined): string | undefined {
  if (typeof reference !== "string" || !reference.startsWith("#/components/schemas/")) return undefined;
  const [, , name, ...inside] = keysOf(reference);
  return inside.length > 0 ? undefined : name;
}
