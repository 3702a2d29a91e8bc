/** Nothing, and no `Object.prototype` behind it, which others may have polluted. One for all: most calls have places with nothing. */
export const NOTHING = /* @__PURE__ */ Object.create(null) as Readonly<Record<string, unknown>>;

/**
 * An object of the parts' own members, later ones over earlier ones, and what they lack is its parent's.
 *
 * Over NOTHING, as that has no parent itself: V8 keeps an object without one as a hash table, which takes more memory.
 */
export function over<Parent extends object, Parts extends readonly (object | undefined)[]>(
  parent: Parent,
  ...parts: Parts
): Parent & All<Parts> {
  return Object.assign(Object.create(parent) as Parent, ...parts) as Parent & All<Parts>;
}

type All<Parts> = Parts extends readonly [infer First, ...infer Rest] ? NonNullable<First> & All<Rest> : unknown;
