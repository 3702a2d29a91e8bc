import { ConfigError } from "./errors.ts";

/**
 * Refuses what nobody would read: left out in silence, a misspelt `baseUrl` sends the key to production.
 *
 * @param what - kind of thing that is named: `option`
 * @throws {ConfigError} naming the first one that is not known and not undefined
 */
export function refuseUnknown(given: unknown, known: readonly string[], what: string, operation?: string): void {
  const values = Object(given) as Record<string, unknown>;
  // Called twice a call: nothing is made here that would have to be collected.
  for (const name in values) {
    if (known.includes(name) || values[name] === undefined || !Object.hasOwn(values, name)) continue;
    throw new ConfigError(`there is no ${what} ${JSON.stringify(name.slice(0, 100))}`, { operation });
  }
}
