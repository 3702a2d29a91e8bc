import { mutant, type Mutant } from "./mutant.ts";

const attempts = "src/transport/attempt.test.ts";
const deadlines = "src/transport/deadline.test.ts";

const odd = "src/transport/odd-responses.test.ts";

/** Mutants of attempts, deadlines and bodies on their way. */
export const transportMutants: readonly Mutant[] = [
  mutant(
    "a key is sent where none is asked for",
    "transport/exchange",
    "definition.security && settings",
    "settings",
    "src/options/authorization.test.ts",
  ),
  mutant(
    "a key is kept from one attempt to the next",
    "transport/exchange",
    "settings.key(call, headers);",
    "(call.keys.length ? void (headers['authorization'] = `Bearer ${call.keys[0]}`) : settings.key(call, headers));",
    "src/options/authorization.test.ts",
  ),
  mutant(
    "redirects are followed with the key",
    "transport/exchange",
    'redirect: "manual"',
    'redirect: "follow"',
    attempts,
    "test/hostile/redirects.test.ts",
  ),
  mutant(
    "a redirect passes for a response",
    "transport/exchange",
    "!(status >= 400 && status < 600)",
    "!(status >= 300 && status < 600)",
    "test/hostile/redirects.test.ts",
  ),
  mutant(
    "a status that HTTP does not have passes for a response",
    "transport/exchange",
    " && status < 600)",
    ")",
    "test/hostile/connection.test.ts",
  ),
  mutant(
    "a key that comes too late is still put to use",
    "transport/exchange",
    "    signal.throwIfAborted();\n    const start",
    "    const start",
    attempts,
  ),
  mutant(
    "a response that comes too late is read",
    "transport/exchange",
    "    signal.throwIfAborted();\n    if (!response.ok &&",
    "    if (!response.ok &&",
    attempts,
  ),
  mutant(
    "broken compression passes for a broken connection",
    "transport/network-error",
    "/^(Z|ERR__)/",
    "/^(?!)/",
    "test/hostile/bodies.test.ts",
  ),
  mutant(
    "a listener stays on the signal after a call",
    "transport/timer",
    '    signal?.removeEventListener("abort", abort);\n',
    "",
    deadlines,
  ),
  mutant("a timer runs on after a call", "transport/timer", "    clearTimeout(timeout as number);\n", "", deadlines),
  mutant("a call settles twice", "transport/timer", "    if (!timeout) return false;\n", "", deadlines),
  mutant("an abort before a call is not heeded", "transport/timer", "  if (signal?.aborted) abort();\n", "", deadlines),
  mutant(
    "an aborted call is sent",
    "transport/exchange",
    "    signal.throwIfAborted();\n    let granted",
    "    let granted",
    deadlines,
  ),
  mutant(
    "what is over is still sent",
    "transport/attempt",
    "  if (left <= 0) return end();\n",
    "",
    "src/transport/send.test.ts",
  ),
  mutant("an abort does not end the request", "transport/attempt", "    bounds.abort();\n", "", deadlines),
  mutant("an abort does not let go of the body", "transport/attempt", "    void letGo(bounds);\n", "", attempts),
  mutant(
    "an abort does not end a wait",
    "transport/timer",
    '  signal?.addEventListener("abort", abort);\n',
    "",
    deadlines,
  ),
  mutant(
    "the time of the whole call does not cut an attempt",
    "transport/attempt",
    "Math.min(left, settings.timeoutMs)",
    "settings.timeoutMs",
    "src/transport/send.test.ts",
  ),
  mutant("a Response that was read is read again", "transport/exchange", " || response.bodyUsed", "", odd),
  mutant(
    "a body without a reader is lost",
    "transport/exchange",
    "new Uint8Array((await response.arrayBuffer?.()) as ArrayBuffer)",
    "new Uint8Array()",
    odd,
  ),
  mutant("a last chunk is lost", "transport/exchange", "if (value || !part.done)", "if (!part.done)", odd),
  mutant("a body without a reader is no body", "transport/exchange", "getReader?.()", "getReader!()", odd),
  mutant(
    "what is no Response is a broken connection",
    "transport/exchange",
    "isWaiting = false;\n    // One",
    "// One",
    odd,
  ),
  mutant("a text passes for bytes", "transport/exchange", "value?.set && value.length", "value!.length", odd),
  mutant("a body short of its length passes", "transport/exchange", "size < +(", "false && size < +(", odd),
  mutant("a compressed body is short", "transport/exchange", '!response.headers.get("content-encoding")', "true", odd),
  mutant("a browser's body is short", "transport/exchange", 'response.type !== "cors"', "true", odd),
];
