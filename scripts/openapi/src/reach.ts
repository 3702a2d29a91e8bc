import { at, isObject, pointerSegment, unescapeSegment } from "./openapi.ts";
import type { Json, JsonObject } from "./openapi.ts";

export interface Reach {
  /** Components in use, each as `kind/name`. */
  readonly components: Set<string>;
  /** What points at nothing: the reference by the JSON pointer of where it stands. */
  readonly dangling: Map<string, string>;
}

/**
 * Everything that parts of a document use, however far: by `$ref`, by the name of a security scheme, by a discriminator's
 * mapping.
 *
 * @param roots - the parts, by JSON pointer
 */
export function reach(document: JsonObject, roots: ReadonlyMap<string, Json>): Reach {
  const components = new Set<string>();
  const dangling = new Map<string, string>();
  const waiting = [...roots];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [pointer, value] = next;
    for (const [where, reference] of referencesOf(value, pointer)) {
      if (!reference.startsWith("#/") || at(document, reference) === undefined) dangling.set(where, reference);
      const [kind, name] = componentOf(reference);
      if (kind === undefined || name === undefined || components.has(`${kind}/${name}`)) continue;
      const found = at(document, `/components/${kind}/${pointerSegment(name)}`);
      if (found === undefined) continue;
      components.add(`${kind}/${name}`);
      waiting.push([`/components/${kind}/${pointerSegment(name)}`, found]);
    }
  }
  return { components, dangling };
}

/** Kind and name of the component that a reference points at or into. */
function componentOf(reference: string): (string | undefined)[] {
  const [, kind, name] = /^#\/components\/([^/]+)\/([^/]+)/.exec(reference) ?? [];
  return [kind, name === undefined ? undefined : unescapeSegment(name)];
}

/** The references directly inside a value, by where they stand. */
function* referencesOf(value: Json, pointer: string): Generator<[where: string, reference: string]> {
  if (typeof value !== "object" || value === null) return;
  for (const [key, below] of Object.entries(value)) {
    const where = `${pointer}/${pointerSegment(key)}`;
    if (key === "$ref" && typeof below === "string") yield [where, below];
    if (key === "security" && Array.isArray(below)) yield* schemesOf(below, where);
    if (key === "discriminator" && isObject(below)) yield* mappedBy(below, where);
    yield* referencesOf(below, where);
  }
}

function* schemesOf(security: Json[], pointer: string): Generator<[string, string]> {
  for (const [index, requirement] of security.entries()) {
    if (!isObject(requirement) || !Object.values(requirement).every(Array.isArray)) continue;
    for (const name of Object.keys(requirement))
      yield [`${pointer}/${index}`, `#/components/securitySchemes/${pointerSegment(name)}`];
  }
}

function* mappedBy(discriminator: JsonObject, pointer: string): Generator<[string, string]> {
  const mapping = isObject(discriminator["mapping"]) ? discriminator["mapping"] : {};
  for (const [value, target] of Object.entries(mapping)) {
    if (typeof target !== "string") continue;
    const name = /^[\w.-]+$/.test(target) ? `#/components/schemas/${target}` : target;
    yield [`${pointer}/mapping/${pointerSegment(value)}`, name];
  }
}
