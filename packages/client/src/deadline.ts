import type { Call } from "./call.ts";
import { AbortError, TimeoutError } from "./errors.ts";

/** What an attempt gets to know of its end. */
export interface Bounds {
  /** For `fetch`. */
  readonly signal: AbortSignal;
  /** Set by whoever reads the body: lets go of it, should `fetch` not heed the signal. */
  cancel?: () => void;
}

/**
 * Runs one attempt, headers and body together, under its deadline and the caller's signal. Whatever ends it first wins,
 * even where `fetch` ignores its signal. Timer and listener are gone when it settles.
 *
 * @throws {TimeoutError | AbortError} and whatever the attempt throws
 */
export function withDeadline<T>(call: Call, run: (bounds: Bounds) => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const { signal, operation } = call;
    if (signal?.aborted) return reject(aborted(call));
    const left = call.endsAt - performance.now();
    if (left <= 0) return reject(totalTimeout(call));
    const controller = new AbortController();
    const bounds: Bounds = { signal: controller.signal };
    const settle = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", onAbort);
    };
    const stop = (error: Error): void => {
      settle();
      reject(error);
      controller.abort();
      bounds.cancel?.();
    };
    const onAbort = (): void => stop(aborted(call));
    const timer = setTimeout(
      () => {
        const isTotal = left <= call.timeoutMs;
        stop(
          isTotal ? totalTimeout(call) : new TimeoutError(`no whole answer within ${call.timeoutMs} ms`, { operation }),
        );
      },
      Math.min(left, call.timeoutMs),
    );
    signal?.addEventListener("abort", onAbort);
    run(bounds).then(
      (value) => {
        settle();
        resolve(value);
      },
      (error: unknown) => {
        settle();
        reject(error);
      },
    );
  });
}

/**
 * Waits between two attempts.
 *
 * @throws {AbortError} as soon as the caller's signal ends the call
 */
export function pause(call: Call, delayMs: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const { signal } = call;
    if (signal?.aborted) return reject(aborted(call));
    const onAbort = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", onAbort);
      reject(aborted(call));
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", onAbort);
      resolve();
    }, delayMs);
    signal?.addEventListener("abort", onAbort);
  });
}

function totalTimeout({ operation, totalTimeoutMs }: Call): TimeoutError {
  return new TimeoutError(`not done within ${totalTimeoutMs} ms in all`, { operation });
}

function aborted({ operation, signal }: Call): AbortError {
  return new AbortError("aborted by its signal", { operation, cause: signal?.reason });
}
