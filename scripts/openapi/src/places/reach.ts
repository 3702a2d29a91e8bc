import { objectOf, type JsonObject } from "../json.ts";
import { pointerOf } from "./follow.ts";
import { at, below, keysOf } from "./pointer.ts";
import { roleAt, walk, type Place, type Start, type WalkOptions } from "./walk.ts";

export interface Reach {
  /** Components in use, each as `kind/name`. */
  readonly components: Set<string>;
  /** What leads nowhere: the reference, or the name as a reference, by the JSON pointer of where it stands. */
  readonly dangling: Map<string, string>;
}

/**
 * Everything that a document, or parts of it, use, however far: by `$ref`, by the name of a security scheme, by a
 * discriminator's mapping. A component that is pointed into is used whole.
 */
export function reach(document: JsonObject, options: Pick<WalkOptions, "extensions" | "from" | "skip"> = {}): Reach {
  const components = new Set<string>();
  const dangling = new Map<string, string>();
  let from = options.from;
  for (;;) {
    const next: Start[] = [];
    for (const place of walk(document, { ...options, ...(from && { from }) })) {
      for (const [where, reference] of referencesOf(place)) {
        const pointer = pointerOf(document, reference);
        if (pointer === undefined || at(document, pointer) === undefined) dangling.set(where, reference);
        const component = pointer === undefined ? undefined : componentOf(pointer);
        if (component === undefined || components.has(component.name)) continue;
        if (at(document, component.pointer) === undefined) continue;
        components.add(component.name);
        // A component of a kind that OpenAPI does not know is what refers to it says.
        const isWhole = reference === place.reference && component.pointer === pointer;
        const role = roleAt(component.pointer) ?? (isWhole ? place.role : undefined);
        next.push({ pointer: component.pointer, ...(role && { role }) });
      }
    }
    if (next.length === 0) return { components, dangling };
    from = next;
  }
}

/** The component that a pointer leads to or into. */
function componentOf(pointer: string): { name: string; pointer: string } | undefined {
  const [root, kind, name] = keysOf(pointer);
  if (root !== "components" || kind === undefined || name === undefined) return undefined;
  return { name: `${kind}/${name}`, pointer: below("/components", kind, name) };
}

/** What a place refers to, by where that stands: names of components as the references that they stand for. */
function* referencesOf({ role, pointer, value, reference }: Place): Generator<[where: string, reference: string]> {
  if (reference !== undefined) yield [`${pointer}/$ref`, reference];
  if (role === "security requirement") {
    for (const name of Object.keys(objectOf(value))) yield [pointer, `#${below("/components/securitySchemes", name)}`];
  }
  if (role !== "discriminator") return;
  for (const [key, target] of Object.entries(objectOf(objectOf(value)["mapping"]))) {
    if (typeof target !== "string") continue;
    const isName = /^[\w.-]+$/.test(target);
    yield [below(pointer, "mapping", key), isName ? `#${below("/components/schemas", target)}` : target];
  }
}
