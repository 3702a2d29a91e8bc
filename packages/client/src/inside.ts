import type { ApiDefinition } from "./definition/api-definition.ts";
import { refusal } from "./errors/refusal.ts";
import type { Settings } from "./options/settings.ts";

/** What a client is made of, for the subpaths of this package. */
export interface Inside {
  readonly api: ApiDefinition;
  readonly settings: Settings;
}

/** The same in every copy of this package: a client made by its CommonJS form works with the ESM form of a subpath. */
export const INSIDE: unique symbol = Symbol.for("@x/client/inside");

/**
 * What a client carries.
 *
 * @param what - who asks, for the message
 * @throws {ConfigError} for anything that no `create…` function made
 */
export function insideOf(client: unknown, what: string): Inside {
  const carried = (Object(client) as Record<symbol, (() => Inside) | undefined>)[INSIDE];
  return carried ? carried() : refusal(undefined, what)("needs a client that a create… function of an SDK made");
}
