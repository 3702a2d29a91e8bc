import type { Json, JsonObject } from "@x/openapi";

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Makes small schemas of all keywords, and schemas that differ from them in one or two places. */
export class RandomSchemas {
  readonly #random: () => number;

  constructor(seed: number) {
    this.#random = randomOf(seed);
  }

  #pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.#random() * list.length)] as T;
  }

  #maybe(chance: number, more: () => JsonObject): JsonObject {
    return this.#random() < chance ? more() : {};
  }

  #whole(to: number): number {
    return Math.floor(this.#random() * (to + 1));
  }

  schema(depth = 0): JsonObject {
    const deep = depth >= 2;
    const kinds = ["string", "number", "integer", "boolean", "enum", "const", "null", "types"];
    const nested = ["object", "object", "object", "array", "anyOf", "oneOf", "allOf", "not", "if", "map"];
    switch (this.#pick(deep ? kinds : [...kinds, ...nested, ...nested])) {
      case "string":
        return this.#text();
      case "number":
      case "integer":
        return this.#number();
      case "boolean":
        return { type: "boolean" };
      case "null":
        return { type: "null" };
      case "enum":
        return { enum: this.#some(["a", "b", "c", 1, 2, true, null], 3) };
      case "const":
        return { const: this.#pick<Json>(["a", "b", 1, false]) };
      case "types":
        return { type: this.#some(["string", "integer", "number", "boolean", "null", "object", "array"], 3) };
      case "array":
        return this.#array(depth);
      case "map":
        return {
          type: "object",
          additionalProperties: this.#pick<() => Json>([() => this.schema(depth + 1), () => true, () => false])(),
        };
      case "anyOf":
        return { anyOf: this.#list(depth) };
      case "oneOf":
        return { oneOf: this.#list(depth) };
      case "allOf":
        return { allOf: this.#list(depth) };
      case "not":
        return { type: "string", not: { enum: this.#some(["a", "b", "c"], 2) } };
      case "if":
        // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema
        return { ...this.#object(depth), if: { required: ["a"] }, then: { required: [this.#pick(["b", "c"])] } };
      default:
        return this.#object(depth);
    }
  }

  /** The schema with one place drawn anew, or a keyword taken away or added. */
  neighbour(schema: JsonObject, depth = 0): JsonObject {
    const inner = Object.keys(schema).filter((key) =>
      ["properties", "items", "additionalProperties", "anyOf", "oneOf", "allOf"].includes(key),
    );
    if (inner.length > 0 && this.#random() < 0.6) {
      const key = this.#pick(inner);
      return { ...schema, [key]: this.#neighbourOf(schema[key] as Json, depth) };
    }
    if (schema["type"] === "object" && this.#random() < 0.8) {
      const other = this.#object(depth);
      const key = this.#pick(Object.keys(other));
      if (this.#random() < 0.3 && key !== "type")
        return Object.fromEntries(Object.entries(schema).filter(([name]) => name !== key));
      return { ...schema, [key]: other[key] as Json };
    }
    if (schema["type"] === "string" || schema["type"] === "number" || schema["type"] === "integer")
      return this.#random() < 0.7 ? (schema["type"] === "string" ? this.#text() : this.#number()) : this.schema(depth);
    return this.schema(depth);
  }

  #neighbourOf(value: Json, depth: number): Json {
    if (Array.isArray(value)) {
      if (this.#random() < 0.3) return [...value, this.schema(depth + 1)];
      if (this.#random() < 0.3 && value.length > 1) return value.slice(1);
      const index = this.#whole(value.length - 1);
      return value.map((each, at) => (at === index ? this.neighbour(each as JsonObject, depth + 1) : each));
    }
    if (typeof value !== "object" || value === null) return this.schema(depth + 1);
    if (
      Object.values(value).every((each) => typeof each === "object" && each !== null) &&
      !("type" in value) &&
      Object.keys(value).length > 0 &&
      !("allOf" in value || "anyOf" in value || "oneOf" in value || "not" in value || "enum" in value)
    ) {
      const key = this.#pick(Object.keys(value));
      return { ...value, [key]: this.neighbour(value[key] as JsonObject, depth + 1) };
    }
    return this.neighbour(value, depth + 1);
  }

  #text(): JsonObject {
    return {
      type: "string",
      ...this.#maybe(0.3, () => ({ minLength: this.#whole(3) })),
      ...this.#maybe(0.3, () => ({ maxLength: this.#whole(4) + 1 })),
      ...this.#maybe(0.2, () => ({ pattern: this.#pick(["^a", "b$", ".*", "^[a-c]+$"]) })),
      ...this.#maybe(0.2, () => ({ enum: this.#some(["a", "b", "ab", "abc"], 3) })),
    };
  }

  #number(): JsonObject {
    return {
      type: this.#pick(["number", "integer"]),
      ...this.#maybe(0.3, () => ({ [this.#pick(["minimum", "exclusiveMinimum"])]: this.#whole(5) - 2 })),
      ...this.#maybe(0.3, () => ({ [this.#pick(["maximum", "exclusiveMaximum"])]: this.#whole(5) + 3 })),
      ...this.#maybe(0.2, () => ({ multipleOf: this.#pick([1, 2, 3, 0.5]) })),
    };
  }

  #object(depth: number): JsonObject {
    const names = this.#some(["a", "b", "c"], 3) as string[];
    return {
      type: "object",
      properties: Object.fromEntries(names.map((name) => [name, this.schema(depth + 1)])),
      ...this.#maybe(0.5, () => ({ required: this.#some(names, 2) })),
      ...this.#maybe(0.2, () => ({ additionalProperties: this.#pick<Json>([true, false, { type: "string" }]) })),
      ...this.#maybe(0.15, () => ({ dependentRequired: { a: ["b"] } })),
      ...this.#maybe(0.1, () => ({ minProperties: this.#whole(2) })),
      ...this.#maybe(0.1, () => ({ maxProperties: this.#whole(2) + 1 })),
      ...this.#maybe(0.1, () => ({
        patternProperties: { "^x-": this.#pick([{ type: "string" }, { type: "integer" }]) },
      })),
      ...this.#maybe(0.1, () => ({ propertyNames: { maxLength: this.#whole(2) + 1 } })),
    };
  }

  #array(depth: number): JsonObject {
    return {
      type: "array",
      ...this.#maybe(0.8, () => ({ items: this.schema(depth + 1) })),
      ...this.#maybe(0.2, () => ({ minItems: this.#whole(2) })),
      ...this.#maybe(0.2, () => ({ maxItems: this.#whole(2) + 1 })),
      ...this.#maybe(0.2, () => ({ uniqueItems: true })),
      ...this.#maybe(0.15, () => ({ contains: this.schema(2) })),
      ...this.#maybe(0.15, () => ({ prefixItems: [this.schema(2)] })),
    };
  }

  #list(depth: number): JsonObject[] {
    return Array.from({ length: 1 + this.#whole(2) }, () => this.schema(depth + 1));
  }

  #some(list: readonly Json[], most: number): Json[] {
    const count = 1 + this.#whole(most - 1);
    return list.toSorted(() => this.#random() - 0.5).slice(0, count);
  }
}
