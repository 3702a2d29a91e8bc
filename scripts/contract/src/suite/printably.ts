import { terminalText } from "@x/openapi";

/** Runs what may throw a vendor's words: a test runner prints them as they are, to a terminal or the log of a CI run. */
export async function printably(run: () => void | Promise<void>): Promise<void> {
  try {
    await run();
  } catch (thrown) {
    throw printed(thrown);
  }
}

function printed(thrown: unknown): unknown {
  if (!(thrown instanceof Error)) return terminalText(String(thrown));
  const { message, stack, cause } = thrown;
  const values = { message: terminalText(message), stack: terminalText(stack ?? ""), cause: cause && printed(cause) };
  for (const [name, value] of Object.entries(values))
    if (value !== undefined) Object.defineProperty(thrown, name, { value, configurable: true, writable: true });
  return thrown;
}
