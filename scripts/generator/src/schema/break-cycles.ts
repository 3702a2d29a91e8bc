import { below, isObject, Problem, type Json, type JsonObject } from "@x/openapi";
import { componentSchemaOf } from "./component-schema.ts";

const UNIONS = ["oneOf", "anyOf"] as const;
const COMPOSITIONS = ["allOf", ...UNIONS] as const;

/**
 * Schema components of which no type refers to itself at its own top level, which TypeScript refuses (TS2456): a property
 * or an item may lead back, a part of a composition may not. A child that is `allOf` its parent, of which it is one of the
 * alternatives, gets the parent's own part written out: what the parent says beside its alternatives. An alternative that
 * leads back to its own union adds nothing to it and is left out.
 */
export function breakCycles(schemas: JsonObject): JsonObject {
  const edges = new Map(Object.entries(schemas).map(([name, schema]) => [name, partsOf(schema)]));
  const reach = new Map([...edges.keys()].map((name) => [name, reachedFrom(name, edges)]));
  const circular = new Set([...edges.keys()].filter((name) => reach.get(name)?.has(name)));
  const inCircle = (from: string, to: string): boolean =>
    circular.has(from) && circular.has(to) && reach.get(to)?.has(from) === true;

  let written = 0;
  const withoutCycle = (schema: Json, owner: string, above: readonly string[], context: Context): Json => {
    if (!isObject(schema)) return schema;
    const { isAlternative, seen } = context;
    const name = componentSchemaOf(schema["$ref"]);
    if (name !== undefined) {
      if (!inCircle(owner, name)) return schema;
      // Once is enough: in a union as among what holds together.
      if (above.includes(name) || seen.has(name)) return NOTHING;
      const target = schemas[name] as Json;
      // An alternative stays a name where what it stands for no longer leads back.
      if (isAlternative && !leadsBackByUnion(name, owner, schemas)) return schema;
      seen.add(name);
      written += 1;
      if (written > MAX_WRITTEN)
        throw new Problem(
          `#${below("/components/schemas", owner)} and others are made of each other in more ways than can be written out.`,
        );
      return withoutCycle(isAlternative ? target : ownPart(target), owner, [...above, name], context);
    }
    const result: JsonObject = { ...schema };
    for (const key of COMPOSITIONS) {
      const list = schema[key];
      if (!Array.isArray(list)) continue;
      const isUnion = key !== "allOf";
      const within = isUnion === isAlternative && isNothingBut(schema, key) ? context : contextOf(isUnion);
      const kept = list.map((part) => withoutCycle(part, owner, above, within));
      const parts = kept.filter((part) => part !== NOTHING);
      if (parts.length) result[key] = parts;
      else delete result[key];
    }
    return result;
  };
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => {
      if (!circular.has(name)) return [name, schema];
      const broken = withoutCycle(schema, name, [name], contextOf(true));
      return [name, broken === NOTHING ? {} : broken];
    }),
  );
}

/** Of all components together: more is no API, and no package. */
const MAX_WRITTEN = 20_000;

/** What a part is put together with: the alternatives of one union, or all that one composition holds together. */
interface Context {
  readonly isAlternative: boolean;
  /** The components that are written out in it. */
  readonly seen: Set<string>;
}

function contextOf(isAlternative: boolean): Context {
  return { isAlternative, seen: new Set() };
}

/** Whether a composition is all that a schema says. */
function isNothingBut(schema: JsonObject, composition: string): boolean {
  return Object.keys(schema).every((key) => key === composition || key === "description" || key === "title");
}

/** Stands for a part that adds nothing. */
const NOTHING: JsonObject = {};

/** The components that a schema is made of at its own top level. */
function partsOf(schema: Json): string[] {
  if (!isObject(schema)) return [];
  const name = componentSchemaOf(schema["$ref"]);
  if (name !== undefined) return [name];
  return COMPOSITIONS.flatMap((key) => {
    const list = schema[key];
    return Array.isArray(list) ? list.flatMap(partsOf) : [];
  });
}

function reachedFrom(start: string, edges: ReadonlyMap<string, readonly string[]>): Set<string> {
  const reached = new Set<string>();
  const waiting = [...(edges.get(start) ?? [])];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (reached.has(name)) continue;
    reached.add(name);
    waiting.push(...(edges.get(name) ?? []));
  }
  return reached;
}

/** Whether a component leads to another through alternatives and plain references alone. */
function leadsBackByUnion(from: string, to: string, schemas: JsonObject): boolean {
  const seen = new Set<string>();
  const waiting = [from];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (name === to) return true;
    if (seen.has(name)) continue;
    seen.add(name);
    waiting.push(...alternativesOf(schemas[name] ?? {}));
  }
  return false;
}

function alternativesOf(schema: Json): string[] {
  if (!isObject(schema)) return [];
  const name = componentSchemaOf(schema["$ref"]);
  if (name !== undefined) return [name];
  return UNIONS.flatMap((key) => {
    const list = schema[key];
    return Array.isArray(list) ? list.flatMap(alternativesOf) : [];
  });
}

/** What a schema says beside its alternatives. */
function ownPart(schema: Json): Json {
  if (!isObject(schema)) return schema;
  const { oneOf: _, anyOf: __, discriminator: ___, ...own } = schema;
  return own;
}
