import { mutant, type Mutant } from "./mutant.ts";

const attempts = "src/transport/attempt.test.ts";
const deadlines = "src/transport/deadline.test.ts";

/** Mutants of attempts, deadlines and bodies on their way. */
export const transportMutants: readonly Mutant[] = [
  mutant(
    "a key is sent where none is asked for",
    "transport/exchange",
    "if (definition.security) {",
    "if (true) {",
    "src/options/authorization.test.ts",
  ),
  mutant(
    "a key is kept from one attempt to the next",
    "transport/exchange",
    "const given = settings.key(operation);",
    "const given = call.key ?? settings.key(operation);",
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
  mutant("the target of a redirect shows", "responses/unexpected-status", '" to another origin"', "` to ${target}`"),
  mutant(
    "a redirect within the origin passes for one out of it",
    "responses/unexpected-status",
    " && new URL(target, url).origin !== new URL(url).origin",
    "",
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
    "signal.throwIfAborted();\n      call.key",
    "call.key",
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
    "transport/exchange",
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
  mutant("a timer runs on after a call", "transport/timer", "    clearTimeout(timeout);\n", "", deadlines),
  mutant("a call settles twice", "transport/timer", "    if (isOver) return false;\n", "", deadlines),
  mutant("an abort before a call is not heeded", "transport/timer", "  if (signal?.aborted) abort();\n", "", deadlines),
  mutant(
    "an aborted call is sent",
    "transport/exchange",
    "    signal.throwIfAborted();\n    if (definition.security)",
    "    if (definition.security)",
    deadlines,
  ),
  mutant(
    "what is over is still sent",
    "transport/attempt",
    "  if (left <= 0) return fail(late());\n",
    "",
    "src/transport/send.test.ts",
  ),
  mutant("an abort does not end the request", "transport/attempt", "    controller.abort();\n", "", deadlines),
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
];
