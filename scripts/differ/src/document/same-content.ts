import { isObject, type Json } from "@x/openapi";

/** Two components that differ only further down than this many references away are taken for the same. */
const ROUNDS = 4;

const silent = new Set(["title", "description", "externalDocs", "summary", "example", "examples"]);

/**
 * Tells components that say the same by giving them the same number, whatever they are called and in whatever circles they
 * refer to each other: each gets a number for its own content, then for its content and the numbers of those it refers to,
 * and so on (colour refinement). Time is linear in the size of the components.
 *
 * @param sides - values by pointer, for the old document and for the new one
 * @param knownAs - the common name of a component that is not asked for here, on either side
 */
export function numberByContent(
  sides: readonly ReadonlyMap<string, Json>[],
  knownAs: (side: number, pointer: string) => string,
): Map<string, number>[] {
  let numbers: Map<string, number>[] = sides.map(() => new Map());
  for (let round = 0; round < ROUNDS; round += 1) {
    const contents = new Map<string, number>();
    const previous = numbers;
    numbers = sides.map((components, side) => {
      const nameOf = (reference: string): string => {
        const pointer = reference.replace(/^#/, "");
        return components.has(pointer) ? `${previous[side]?.get(pointer) ?? 0}` : knownAs(side, pointer);
      };
      const own = new Map<string, number>();
      for (const [pointer, value] of components) {
        const content = spell(value, nameOf);
        const number = contents.get(content) ?? contents.size;
        contents.set(content, number);
        own.set(pointer, number);
      }
      return own;
    });
  }
  return numbers;
}

/** A value as text: without documentation and examples, its keys in order, its references by what they refer to. */
function spell(value: Json, nameOf: (reference: string) => string, isMap = false): string {
  if (Array.isArray(value)) return `[${value.map((item) => spell(item, nameOf)).join()}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const parts: string[] = [];
  for (const key of Object.keys(value).toSorted()) {
    const member = value[key] ?? null;
    // In `properties` the keys are names: one may be "description".
    if (!isMap && (silent.has(key) || key.startsWith("x-"))) continue;
    const isReference = key === "$ref" && typeof member === "string";
    const text = isReference ? `=${nameOf(member)}` : spell(member, nameOf, !isMap && key === "properties");
    parts.push(`${JSON.stringify(key)}:${text}`);
  }
  return `{${parts.join()}}`;
}
