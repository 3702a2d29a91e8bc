import { refusal } from "../errors/refusal.ts";
import { NOTHING, over } from "./over.ts";
import { hint } from "./hint.ts";

/**
 * What is given, without what is undefined. Refuses a name that nobody would read: left out in silence, a misspelt
 * `baseUrl` sends the key to production.
 *
 * @param known - holds the names that may be given
 * @param what - kind of thing that is named: `option`
 * @throws {ConfigError} naming the first one that is not known
 */
export function knownMembers(
  given: unknown,
  known: object,
  what: string,
  operation: string | undefined,
): Readonly<Record<string, unknown>> {
  if (!given) return NOTHING;
  const defined = over(NOTHING) as Record<string, unknown>;
  const parent: unknown = Object.getPrototypeOf(given);
  // Members of a class's instance, a Map or a Headers would be read in part, or not at all.
  if (parent && Object.getPrototypeOf(parent)) refusal(operation, `${what}s`)("must be a plain object");
  for (const name in given) {
    const value = (given as typeof defined)[name];
    // Not what somebody put on `Object.prototype`.
    if (value === undefined || !Object.hasOwn(given, name)) continue;
    // Cut, as it can be anything.
    if (!Object.hasOwn(known, name))
      refusal(operation, `${what} ${JSON.stringify(name.slice(0, 100))}`)(`is not known${hint(name, known)}`);
    defined[name] = value;
  }
  return defined;
}
