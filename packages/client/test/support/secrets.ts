import { inspect } from "node:util";

/** Stands for a vendor's key in tests. Has characters that JSON and regular expressions give a meaning to. */
export const KEY = "sk_live_0123456789/abcDEF+xyz==";

/**
 * Where a secret shows in a value, as a log, a crash report or a debugger would print it: message, stack, `inspect`
 * without bounds, JSON, and the same of each cause. Empty when it is nowhere.
 */
export function leaks(value: unknown, secret: string = KEY): string[] {
  const found: string[] = [];
  const look = (place: string, text: unknown): void => {
    if (typeof text === "string" && (text.includes(secret) || text.includes(JSON.stringify(secret).slice(1, -1)))) {
      found.push(place);
    }
  };
  look(
    "inspect",
    inspect(value, { depth: Number.POSITIVE_INFINITY, showHidden: true, maxStringLength: null, maxArrayLength: null }),
  );
  look(
    "string",
    safely(() => String(value)),
  );
  look(
    "json",
    safely(() => JSON.stringify(value)),
  );
  let error = value as { message?: unknown; stack?: unknown; cause?: unknown } | undefined;
  for (let depth = 0; error && typeof error === "object" && depth < 10; depth++) {
    look(`message ${depth}`, error.message);
    look(`stack ${depth}`, error.stack);
    look(
      `json ${depth}`,
      safely(() => JSON.stringify(error, Object.getOwnPropertyNames(error))),
    );
    error = error.cause as typeof error;
  }
  return found;
}

function safely(make: () => unknown): unknown {
  try {
    return make();
  } catch {
    return undefined;
  }
}
