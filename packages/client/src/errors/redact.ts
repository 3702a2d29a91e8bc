/** How deep a chain of causes is followed: fetch's TypeError, its cause, and one more. */
const MAX_CAUSES = 3;

/** The text without the key, should somebody have put it there (a server that echoes its request, say). */
export function redact(text: string, key: string | undefined): string {
  return key ? text.replaceAll(key, "[redacted]") : text;
}

/**
 * A foreign error reduced to plain data: name, message and code, and the same of its causes. What else hung on it
 * (sockets, requests, headers) is left behind.
 */
export function reduced(thrown: unknown, key?: string, depth = 1): Error {
  const textOf = (value: unknown): string | undefined => (typeof value === "string" ? redact(value, key) : undefined);
  const { name, message, code, cause } = Object(thrown) as Record<string, unknown>;
  // Anything can be thrown, even what has no text at all.
  const plain = new Error(textOf(message) ?? textOf(thrown) ?? "unknown failure");
  plain.name = textOf(name) ?? "Error";
  // It would name this function, not the place of the fault.
  plain.stack = String(plain);
  if (textOf(code)) Object.assign(plain, { code: textOf(code) });
  if (cause && depth < MAX_CAUSES) plain.cause = reduced(cause, key, depth + 1);
  return plain;
}
