import { isObject, pointerSegment, unescapeSegment, type Json, type JsonObject } from "@x/openapi";
import { follow, sentSchemas } from "./sent-schemas.ts";

const SCHEMAS = "#/components/schemas/";
const ONE = ["items", "additionalProperties", "not"];
const LISTS = ["allOf", "oneOf", "anyOf", "prefixItems"];

/**
 * A copy of the document in which no request body demands a property that is `readOnly`: such a property need not be sent
 * (OpenAPI, Schema Object). A component that demands one keeps it for responses; beside it stands a variant for requests,
 * `Room` → `RoomRequest`, and what request bodies reach refers to that.
 */
export function withRequestVariants(document: JsonObject): JsonObject {
  const copy = structuredClone(document);
  const schemas = isObject(copy["components"]) ? copy["components"]["schemas"] : undefined;
  const variants = new Variants(copy, isObject(schemas) ? schemas : {});
  for (const owner of sentSchemas(copy)) {
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
    const result: JsonObject = { ...schema };
    const { required } = schema;
    if (Array.isArray(required)) {
      const readOnly = this.#readOnlyOf(schema);
      result["required"] = required.filter((each) => !readOnly.has(each));
    }
    this.#mapBelow(result);
    return result;
  }

  #mapBelow(schema: JsonObject): void {
    for (const key of ONE) if (isObject(schema[key])) schema[key] = this.sent(schema[key]);
    for (const key of LISTS) {
      const list = schema[key];
      if (Array.isArray(list)) schema[key] = list.map((each) => this.sent(each));
    }
    const { properties, discriminator } = schema;
    if (isObject(properties)) schema["properties"] = mapValues(properties, (each) => this.sent(each));
    const mapping = isObject(discriminator) ? discriminator["mapping"] : undefined;
    if (isObject(discriminator) && isObject(mapping)) {
      schema["discriminator"] = { ...discriminator, mapping: mapValues(mapping, (each) => this.#mapped(each)) };
    }
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
    return SCHEMAS + pointerSegment(variant);
  }

  /** The components that demand a read-only property, or reach one that does. */
  #findDemanding(): Set<string> {
    const users = new Map<string, string[]>();
    const waiting: string[] = [];
    for (const [name, schema] of Object.entries(this.#schemas)) {
      for (const part of partsOf(schema)) {
        const used = componentOf(part["$ref"]);
        if (used !== undefined) users.set(used, [...(users.get(used) ?? []), name]);
        if (this.#demands(part)) waiting.push(name);
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
  #readOnlyOf(reference: Json, above: readonly Json[] = []): Set<Json> {
    const schema = follow(this.#document, reference);
    const names = new Set<Json>();
    if (!schema || above.includes(schema)) return names;
    for (const part of Array.isArray(schema["allOf"]) ? schema["allOf"] : []) {
      for (const name of this.#readOnlyOf(part, [...above, schema])) names.add(name);
    }
    for (const [name, property] of Object.entries(isObject(schema["properties"]) ? schema["properties"] : {})) {
      const own = isObject(property) && property["readOnly"] === true;
      if (own || follow(this.#document, property)?.["readOnly"] === true) names.add(name);
    }
    return names;
  }
}

/** A schema and those inside it, references not followed. */
function* partsOf(schema: Json): Generator<JsonObject> {
  if (!isObject(schema)) return;
  yield schema;
  for (const key of ONE) if (isObject(schema[key])) yield* partsOf(schema[key]);
  for (const key of LISTS) for (const each of Array.isArray(schema[key]) ? schema[key] : []) yield* partsOf(each);
  for (const each of Object.values(isObject(schema["properties"]) ? schema["properties"] : {})) yield* partsOf(each);
}

function componentOf(reference: Json | undefined): string | undefined {
  if (typeof reference !== "string" || !reference.startsWith(SCHEMAS)) return undefined;
  const name = reference.slice(SCHEMAS.length);
  return name.includes("/") ? undefined : unescapeSegment(name);
}

function mapValues(map: JsonObject, change: (value: Json) => Json): JsonObject {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value)]));
}
