import { ConfigError } from "../../src/errors/errors.ts";

/** What a function gives, or undefined where it refuses with a ConfigError. Any other exception is passed on. */
export function unlessRefused<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch (error) {
    if (error instanceof ConfigError) return undefined;
    throw error;
  }
}
