import { attempt, type Outgoing } from "./attempt.ts";
import type { Answer } from "./answer.ts";
import type { Call } from "./call.ts";
import { withDeadline } from "./deadline.ts";
import { withRetries } from "./retry.ts";

/** The way of every request: retries around a deadline around an attempt. */
export function transport(call: Call, outgoing: Outgoing): Promise<Answer> {
  return withRetries(call, () => withDeadline(call, (bounds) => attempt(call, outgoing, bounds)));
}
