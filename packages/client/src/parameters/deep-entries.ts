import type { Refuse } from "../errors/refusal.ts";
import { isPlain, textOfObject } from "../serialization/scalar.ts";

/**
 * The members of an object as `filter[date][gte]`, each with its value: members of members, of any depth. A list of values
 * repeats its name with `[]`; one that holds objects counts them, `items[0][price]`, so that they can be told apart.
 *
 * @throws {ConfigError} by `refuse`, for an object within itself
 */
export function* deepEntries(
  name: string,
  value: unknown,
  refuse: Refuse,
  encode: (key: string) => string = String,
  above: readonly unknown[] = [],
): Generator<[name: string, value: unknown]> {
  if (value === undefined || value === null) return;
  if (typeof value !== "object" || value instanceof Date) return yield [name, value];
  if (above.includes(value)) refuse("holds itself");
  const further = [...above, value];
  if (Array.isArray(value)) {
    const isCounted = value.some((item) => typeof item === "object" && item !== null && !(item instanceof Date));
    for (const [index, item] of value.entries())
      yield* deepEntries(`${name}[${isCounted ? index : ""}]`, item, refuse, encode, further);
    return;
  }
  if (!isPlain(value)) return yield [name, textOfObject(value, refuse)];
  for (const [key, member] of Object.entries(value))
    yield* deepEntries(`${name}[${encode(key)}]`, member, refuse, encode, further);
}
