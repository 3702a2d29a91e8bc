import type { Answer } from "./answer.ts";
import type { Call } from "./call.ts";
import { TimeoutError } from "./errors.ts";
import { exchange, letGo, type Bounds } from "./exchange.ts";
import { Timer } from "./timer.ts";

/**
 * One exchange, headers and body together, under its deadline and the caller's signal. Whatever ends it first wins,
 * even where `fetch` ignores its signal.
 *
 * @param settle - called once, with an answer, a TimeoutError, an AbortError or what the exchange fails with. No
 * promise: each layer of them costs a call what all its checks do
 */
export function attempt(call: Call, settle: (error: unknown, answer?: Answer) => void): void {
  const { operation, endsAt, settings } = call;
  const left = endsAt ? endsAt - performance.now() : Number.POSITIVE_INFINITY;
  const limit = left > settings.timeoutMs ? "timeoutMs" : "totalTimeoutMs";
  const late = (): TimeoutError =>
    new TimeoutError(`no whole answer within ${limit} (${settings[limit]} ms)`, { operation });
  // A wait can be longer than was planned, where the event loop is held up.
  if (left <= 0) return settle(late());
  const controller = new AbortController();
  const bounds: Bounds = { signal: controller.signal };
  const timer = new Timer(call, Math.min(left, settings.timeoutMs), (aborted) => {
    settle(aborted ?? late());
    controller.abort();
    letGo(bounds);
  });
  exchange(call, bounds).then(
    (answer) => timer.clear() && settle(answer.error, answer),
    (error: unknown) => timer.clear() && settle(error),
  );
}
