/** How deep a chain of causes is followed: fetch's TypeError, its cause, and one more. */
const MAX_CAUSES = 3;

/** A shorter one is found in words and numbers that have nothing to do with it. */
const MIN_KEY_LENGTH = 8;

/** The text without the keys, should somebody have put one there (a server that echoes its request, say). */
export function redact(text: string, keys: readonly string[]): string {
  // From the last in their order: one that begins as another does goes before that one.
  return keys
    .toSorted()
    .reduceRight((rest, key) => (key[MIN_KEY_LENGTH - 1] ? rest.replaceAll(key, "[redacted]") : rest), text);
}

/**
 * What a JSON text holds, without the keys in its names and values, escaped or not. A number that has one in it becomes
 * text.
 *
 * @throws {SyntaxError} when it is not JSON
 */
export function redactedJson(text: string, keys: readonly string[]): unknown {
  return JSON.parse(text, (_, value: unknown) => {
    if (Array.isArray(value)) return value;
    if (value === Object(value)) {
      return Object.fromEntries(Object.entries(value as object).map(([name, member]) => [redact(name, keys), member]));
    }
    const shown = String(value);
    const clean = redact(shown, keys);
    return clean === shown ? value : clean;
  });
}

/**
 * A foreign error reduced to plain data: name, message and code, and the same of its causes. What else hung on it
 * (sockets, requests, headers) is left behind.
 */
export function reduced(thrown: unknown, keys: readonly string[], depth = 1): Error {
  const textOf = (value: unknown): string | undefined => (typeof value === "string" ? redact(value, keys) : undefined);
  let name, message, code, cause: unknown;
  try {
    ({ message, name, code, cause } = Object(thrown) as Record<string, unknown>);
  } catch {
    // Anything can be thrown, even what throws when it is looked at, or has no text at all.
  }
  const plain: Error & { code?: string } = new Error(textOf(message) ?? textOf(thrown) ?? "unknown failure");
  plain.name = textOf(name) ?? "Error";
  // It would name this function, not the place of the fault.
  plain.stack = String(plain);
  const shown = textOf(code);
  if (shown) plain.code = shown;
  if (cause && depth < MAX_CAUSES) plain.cause = reduced(cause, keys, depth + 1);
  return plain;
}
