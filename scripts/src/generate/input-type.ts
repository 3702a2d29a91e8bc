import { isObject, resolve, type Json, type JsonObject } from "../lib/openapi.ts";

interface Context {
  readonly document: JsonObject;
  readonly source: string;
}

interface Members {
  readonly properties: ReadonlyMap<string, Json>;
  readonly required: ReadonlySet<unknown>;
}

/**
 * The type of a request body. It is the schema's own, by index, but where a property is both required and `readOnly`:
 * such a property need not be sent (OpenAPI, Schema Object), so the types around it are written out with it optional.
 *
 * @param index - the type expression of the schema as openapi-typescript has it
 */
export function bodyType(context: Context, schema: Json | undefined, index: string): string {
  return writtenOut(context, schema, index, []);
}

function writtenOut(context: Context, reference: Json | undefined, index: string, above: readonly Json[]): string {
  const schema = resolve(context.document, reference, context.source);
  // A schema inside itself is written by index: its type can't be spelled out to the end.
  if (!isObject(schema) || above.includes(schema) || !hasReadOnly(context, schema, new Set())) return index;
  const inside = [...above, schema];
  if (isObject(schema["items"])) return `(${writtenOut(context, schema["items"], `${index}[number]`, inside)})[]`;
  const { properties, required } = membersOf(context, schema, []);
  const members: string[] = [];
  for (const [name, property] of properties) {
    const key = JSON.stringify(name);
    const type = writtenOut(context, property, `NonNullable<${index}[${key}]>`, inside);
    const nullable = type.startsWith("NonNullable<") && type.endsWith("]>") ? `${index}[${key}]` : type;
    const isOptional = !required.has(name) || isReadOnly(context, property);
    members.push(`${key}${isOptional ? "?" : ""}: ${nullable}${isOptional ? " | undefined" : ""}`);
  }
  return `{ ${members.join("; ")} }`;
}

/** Properties and `required`, with those of `allOf`. */
function membersOf(context: Context, schema: JsonObject, above: readonly Json[]): Members {
  const properties = new Map<string, Json>();
  const required = new Set<unknown>();
  for (const part of Array.isArray(schema["allOf"]) ? schema["allOf"] : []) {
    const resolved = resolve(context.document, part, context.source);
    if (!isObject(resolved) || above.includes(resolved)) continue;
    const members = membersOf(context, resolved, [...above, resolved]);
    for (const [name, property] of members.properties) properties.set(name, property);
    for (const name of members.required) required.add(name);
  }
  for (const [name, property] of Object.entries(isObject(schema["properties"]) ? schema["properties"] : {})) {
    properties.set(name, property);
  }
  for (const name of Array.isArray(schema["required"]) ? schema["required"] : []) required.add(name);
  return { properties, required };
}

/** Whether a required read-only property is reachable through properties and items. */
function hasReadOnly(context: Context, reference: Json | undefined, seen: Set<Json>): boolean {
  const schema = resolve(context.document, reference, context.source);
  if (!isObject(schema) || seen.has(schema)) return false;
  seen.add(schema);
  const { properties, required } = membersOf(context, schema, []);
  for (const [name, property] of properties) {
    if (required.has(name) && isReadOnly(context, property)) return true;
    if (hasReadOnly(context, property, seen)) return true;
  }
  return hasReadOnly(context, schema["items"], seen);
}

function isReadOnly({ document, source }: Context, reference: Json | undefined): boolean {
  const schema = resolve(document, reference, source);
  return (isObject(schema) && schema["readOnly"] === true) || (isObject(reference) && reference["readOnly"] === true);
}
