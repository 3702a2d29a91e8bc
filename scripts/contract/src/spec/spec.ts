import { below, documentPattern, type Json, type JsonObject, keysOf, messageOf, Problem } from "@x/openapi";
import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { keepFlat } from "../schema/flat-schema.ts";
import { placeIn, withJsonSchemas } from "../schema/json-schema.ts";
import type { Direction } from "./schemas.ts";
import { operationsOf, type SpecOperation } from "./spec-operations.ts";
import { satisfiable } from "../faults/satisfiable.ts";

/** A document with its operations, and what validates values against its schemas. */
export class Spec {
  readonly document: JsonObject;
  /** The document that values are held against: see `satisfiable`. */
  readonly satisfiable: JsonObject;
  readonly operations: readonly SpecOperation[];
  /** The documents with plain JSON Schema, by direction. */
  readonly jsonSchema: Readonly<Record<Direction, JsonObject>>;
  readonly #validators = new Map<string, ValidateFunction>();
  readonly #ajv: Readonly<Record<Direction, Ajv2020>>;

  /** @throws {Problem} when a `$ref` of it leads nowhere */
  constructor(document: JsonObject) {
    this.document = document;
    this.operations = operationsOf(document);
    this.satisfiable = satisfiable(document);
    this.jsonSchema = {
      request: withJsonSchemas(this.satisfiable, "request"),
      response: withJsonSchemas(this.satisfiable, "response"),
    };
    for (const each of Object.values(this.jsonSchema)) keepFlat(each);
    this.#ajv = { request: ajvOf(this.jsonSchema.request), response: ajvOf(this.jsonSchema.response) };
  }

  /** The operation of that key (`GET /path`), if it has it. */
  operation(key: string): SpecOperation | undefined {
    return this.operations.find((operation) => operation.key === key);
  }

  /** What is wrong with a value by the schema at a pointer; empty when it is valid. */
  faults(schema: string, value: unknown, direction: Direction = "response"): string[] {
    return this.#errors(schema, value, direction).map(({ instancePath, message, params }) => {
      const detail = Object.values(params as Record<string, Json>)
        .filter((item) => typeof item === "string" && !message?.includes(item))
        .join(", ");
      return `${instancePath || "/"} ${message}${detail ? ` (${detail})` : ""}`;
    });
  }

  /** Pointer to the innermost value of a response that its schema refuses. */
  faultyPath(schema: string, value: unknown): string | undefined {
    const paths = this.#errors(schema, value, "response").map(({ instancePath }) => instancePath);
    return paths.toSorted((a, b) => b.split("/").length - a.split("/").length)[0];
  }

  #errors(schema: string, value: unknown, direction: Direction): ErrorObject[] {
    const id = `${direction} ${schema}`;
    let validate = this.#validators.get(id);
    if (!validate) {
      const fragment = keysOf(placeIn(this.jsonSchema[direction], schema)).map((key) =>
        encodeURIComponent(below("", key).slice(1)),
      );
      validate = compiled(this.#ajv[direction], `spec:/document#/${fragment.join("/")}`, schema);
      this.#validators.set(id, validate);
    }
    return validate(value) ? [] : (validate.errors ?? []);
  }
}

/** @throws {Problem} where a schema says what no JSON Schema can: a pattern that is none, a bound that is no number */
function compiled(ajv: Ajv2020, reference: string, pointer: string): ValidateFunction {
  try {
    return ajv.compile({ $ref: reference });
  } catch (thrown) {
    if (thrown instanceof Problem) throw thrown;
    throw new Problem(`${pointer}: nothing can be held against this schema: ${messageOf(thrown).slice(0, 200)}.`);
  }
}

/** @throws {Problem} where a pattern takes too long on a text: it says neither yes nor no */
function regExp(source: string, flags: string): { test(text: string): boolean; toString(): string } {
  const pattern = documentPattern(source, flags);
  return {
    // Ajv tells patterns apart by it.
    toString: () => `/${source}/${flags}`,
    test(text) {
      const found = pattern.test(text);
      if (found === undefined)
        throw new Problem(`The pattern ${source} takes too long on ${JSON.stringify(text.slice(0, 100))}.`);
      return found;
    },
  };
}

function ajvOf(document: JsonObject): Ajv2020 {
  const ajv = new Ajv2020({
    strict: false,
    allErrors: true,
    validateSchema: false,
    unicodeRegExp: false,
    logger: false,
    code: { regExp: Object.assign(regExp, { code: "regExp" }) },
  });
  addFormats.default(ajv);
  // Alternatives that overlap: a union of types takes what fits two of them.
  ajv.removeKeyword("oneOf");
  ajv.addKeyword({ keyword: "oneOf", macro: (alternatives: unknown[]) => ({ anyOf: alternatives }) });
  // The document is no schema itself; it is what the pointers lead into.
  ajv.addSchema({ ...withoutIds(document), $id: "spec:/document" }, undefined, undefined, false);
  return ajv;
}

/** Ajv takes an `$id` for a schema's own wherever it stands, in an example too: no reference of a document goes by one. */
function withoutIds(document: JsonObject): JsonObject {
  const isId = (key: string): boolean => ["$id", "$anchor", "$dynamicAnchor"].includes(key);
  const text = JSON.stringify(document, (key, value: Json) =>
    isId(key) && typeof value === "string" ? undefined : value,
  );
  return JSON.parse(text) as JsonObject;
}
