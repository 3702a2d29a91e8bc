import { ConfigError } from "./errors.ts";

/** Throws a ConfigError that says why. */
export type Refuse = (why: string) => never;

/** What refuses in one matter, which is said before each reason. */
export function refusal(operation: string | undefined, what: string): Refuse {
  return (why) => {
    throw new ConfigError(`${what} ${why}`, { operation });
  };
}
