import type { Fault, Outcome } from "../fault.ts";
import { fine, inTurn, reply } from "../scripts.ts";

const good: Outcome = { name: "resolves", body: { ok: true } };
const busy = (headers = {}): NonNullable<Fault["serve"]> => reply(503, "{}", headers);
const DAY = 86_400;

function inASecond(): string {
  return new Date(Date.now() + 1_000).toUTCString();
}

/** A response to wait for, or not to wait for. */
function after(value: string, expect: Outcome, requests: number, more: Partial<Fault> = {}): Fault {
  const serve: Fault["serve"] = inTurn(busy({ "retry-after": value }), fine);
  return {
    name: `Retry-After: ${value.slice(0, 40) || "(empty)"}`,
    serve,
    call: { maxRetries: 1 },
    expect,
    requests,
    ...more,
  };
}

function thrownAtOnce(retryAfterMs?: number): Outcome {
  return { name: "ApiError", status: 503, ...(retryAfterMs !== undefined && { retryAfterMs }) };
}

/** What `Retry-After` may say. */
export const retryAfterFaults: readonly Fault[] = [
  after("0", good, 2),
  after("1", good, 2),
  after(inASecond(), good, 2),
  after("Wed, 21 Oct 2015 07:28:00 GMT", good, 2),
  after("Sunday, 06-Nov-94 08:49:37 GMT", good, 2),
  after("Sun Nov  6 08:49:37 1994", good, 2),
  after("-5", good, 2),
  after("1.5", good, 2),
  after("soon", good, 2),
  after("in 2050", good, 2),
  after("", good, 2),
  after("1, 2", good, 2),
  after("0x10", good, 2),
  after("Infinity", good, 2),
  after("61", thrownAtOnce(61_000), 1, { quick: true }),
  after(String(DAY), thrownAtOnce(DAY * 1_000), 1),
  after("Fri, 01 Jan 2099 00:00:00 GMT", thrownAtOnce(), 1),
  after("9".repeat(40), thrownAtOnce(), 1),
  after("30", thrownAtOnce(30_000), 1, {
    name: "Retry-After beyond totalTimeoutMs: thrown at once",
    call: { maxRetries: 1, totalTimeoutMs: 2_000 },
  }),
  {
    name: "429 with Retry-After: a day",
    serve: reply(429, '{"title":"Slow down"}', { "retry-after": DAY }),
    call: { maxRetries: 2 },
    expect: { name: "ApiError", status: 429, retryAfterMs: DAY * 1_000, message: /Slow down/ },
    requests: 1,
  },
  {
    name: "408 with Retry-After: a day",
    serve: reply(408, "{}", { "retry-after": DAY }),
    call: { maxRetries: 2 },
    expect: { name: "ApiError", status: 408, retryAfterMs: DAY * 1_000 },
    requests: 1,
  },
];
