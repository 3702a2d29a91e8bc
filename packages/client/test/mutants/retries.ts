import { mutant, type Mutant } from "./mutant.ts";

const attempts = "src/transport/attempt.test.ts";

/** Mutants of retries, their budget, and what a server says of them; of events and promises. */
export const retryMutants: readonly Mutant[] = [
  mutant("429 is not tried again", "retry/retry-policy", "408|429|", "408|", "test/hostile/retries.test.ts"),
  mutant("501 is tried again", "retry/retry-policy", "50[0234]", "50[01234]", "test/hostile/retries.test.ts"),
  mutant(
    "a response that is unusable is asked for again",
    "retry/retry-policy",
    "error instanceof ApiError",
    '"status" in (error as ApiError)',
  ),
  mutant("a POST is sent twice", "transport/send", " || !call.idempotent", "", "test/quick/hostile.test.ts"),
  mutant(
    "PATCH passes for idempotent",
    "operations/create-call",
    "/POST|PATCH|TRACE/",
    "/POST|TRACE/",
    "test/hostile/retries.test.ts",
  ),
  mutant(
    "one attempt too few",
    "transport/send",
    "call.attempt > settings.maxRetries",
    "call.attempt >= settings.maxRetries",
  ),
  mutant(
    "a minute of Retry-After becomes an hour",
    "retry/retry-policy",
    "LONGEST_RETRY_AFTER_MS = 60_000",
    "LONGEST_RETRY_AFTER_MS = 3_600_000",
    "src/transport/send.test.ts",
  ),
  mutant(
    "the back-off has no end",
    "retry/retry-policy",
    "Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (attempts - 1))",
    "FIRST_DELAY_MS * 2 ** (attempts - 1)",
  ),
  mutant("all clients march in step", "retry/retry-policy", "(0.5 + Math.random() / 2)", "1"),
  mutant(
    "Retry-After is not waited for",
    "transport/send",
    "Math.max(asked, backOffMs(call.attempt))",
    "backOffMs(call.attempt)",
  ),
  mutant("a back-off passes the end of the call", "transport/send", "performance.now() + delayMs >= endsAt", "false"),
  mutant(
    "success does not fill the budget",
    "transport/exchange",
    "refund(settings.budget, call.cost)",
    "{}",
    "src/retry/retry-budget.test.ts",
  ),
  mutant(
    "a time-out costs no more than a response",
    "transport/send",
    "take(settings.budget, error instanceof TimeoutError)",
    "take(settings.budget, false)",
    "src/retry/retry-budget.test.ts",
  ),
  mutant("the budget never ends", "retry/retry-budget", "if (budget.tokens < cost) return 0;", ""),
  mutant(
    "the budget grows without end",
    "retry/retry-budget",
    "Math.min(CAPACITY, budget.tokens + (cost || 1))",
    "budget.tokens + (cost || 1)",
  ),
  mutant("what is no date is a date", "retry/retry-after", "/\\d:\\d\\d:/.test(text)", "true"),
  mutant(
    "a past date is waited for backwards",
    "retry/retry-after",
    "Math.max(0, Date.parse(date) - Date.now())",
    "Date.parse(date) - Date.now()",
  ),
  mutant("a date without a zone is local time", "retry/retry-after", "$& GMT", "$&"),
  mutant(
    "a listener that aborts is not heeded",
    "transport/exchange",
    "    // The listener may have aborted.\n    signal.throwIfAborted();\n",
    "",
    attempts,
  ),
  mutant(
    "what is no Response is asked for again",
    "transport/exchange",
    'if (!response?.headers || response.bodyUsed || response.type === "error")',
    "if (false)",
    attempts,
  ),
  mutant("Response.error() is a redirect", "transport/exchange", ' || response.type === "error"', "", attempts),
  mutant(
    "a stack does not lead to the caller",
    "transport/attempt",
    ".then(resolve, ",
    ".then((body) => resolve(body), ",
    "src/operations/stack.test.ts",
  ),
  mutant(
    "a listener breaks the call",
    "transport/emit-event",
    "} catch {",
    "} catch (thrown) {\n    throw thrown;",
    "test/quick/hostile.test.ts",
  ),
];
