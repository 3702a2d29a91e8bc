import { at, type JsonObject, keysOf, objectOf } from "@x/openapi";
import { flatten } from "../schema/flat-schema.ts";
import { type SpecOperation, type SpecResponse } from "../spec/spec-operations.ts";

/** A way in which vendors change their API. */
export interface Mutation {
  readonly name: string;
  /** What it does to clients: `harmless` ones must not be caught. */
  readonly direction: "request" | "response" | "harmless";
  /**
   * Changes the document in place, at this operation.
   *
   * @returns what was changed, or undefined where the operation offers nothing to change
   */
  readonly apply: (document: JsonObject, operation: SpecOperation) => string | undefined;
}

/** A property of a response body. */
export interface PropertySite {
  readonly name: string;
  /** The schema that has it. */
  readonly owner: JsonObject;
  /** Its own schema, as it stands: it may be a `$ref`. */
  readonly schema: JsonObject;
  /** Its schema, references followed and `allOf` folded in. */
  readonly keywords: JsonObject;
  readonly required: boolean;
  /** Whether it has neither properties nor items. */
  readonly isLeaf: boolean;
}

/** The object at a pointer, to be changed. */
export function edit(document: JsonObject, pointer: string): JsonObject {
  return objectOf(at(document, pointer));
}

/** The media types of a response, to be changed. */
export function contentOf(document: JsonObject, { content }: SpecResponse): JsonObject {
  const pointer = content[0]?.pointer ?? "";
  return edit(document, pointer.slice(0, pointer.lastIndexOf("/")));
}

/** The success of an operation that has a JSON body. */
export function jsonSuccess({ responses }: SpecOperation): SpecResponse | undefined {
  return responses.find(({ status, content }) => status < 300 && content.some(({ json }) => json));
}

/** The properties of all JSON bodies that an operation answers with, the success first, outer ones first. */
export function propertiesOf(document: JsonObject, operation: SpecOperation): PropertySite[] {
  const sites = new Map<string, PropertySite>();
  for (const { content } of operation.responses.toSorted((a, b) => a.status - b.status)) {
    const schema = content.find(({ json }) => json)?.schema;
    const queue = schema === undefined ? [] : [schema];
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const { properties, required, keywords, choices } = flatten(document, next);
      if (typeof keywords["itemsAt"] === "string" && !sites.has(keywords["itemsAt"])) queue.push(keywords["itemsAt"]);
      queue.push(...choices.filter((choice) => !sites.has(choice)));
      for (const [name, pointer] of properties) {
        if (sites.has(pointer)) continue;
        const inner = flatten(document, pointer);
        const owner = pointer.split("/").slice(0, -2).join("/");
        const isLeaf = !inner.properties.size && inner.keywords["itemsAt"] === undefined && !inner.choices.length;
        sites.set(pointer, {
          name: keysOf(pointer).at(-1) ?? name,
          owner: edit(document, owner),
          schema: edit(document, pointer),
          keywords: inner.keywords,
          required: required.has(name),
          isLeaf,
        });
        if (sites.size < 2_000) queue.push(pointer);
      }
    }
  }
  return [...sites.values()].filter(({ keywords }) => keywords["writeOnly"] !== true);
}

/** Takes all keywords of a schema and gives it others. */
export function replace(schema: JsonObject, by: JsonObject): void {
  for (const key of Object.keys(schema)) delete schema[key];
  Object.assign(schema, by);
}
