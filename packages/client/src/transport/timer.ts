import type { Call } from "../call.ts";
import { AbortError } from "../errors/errors.ts";

/**
 * Starts a timer that the caller's signal ends early. Neither timer nor listener is left when it is over.
 *
 * @param onEnd - called once, with an error when it is the signal that ends it; not at all once it is cleared
 * @returns what clears it, and gives false when it was over already
 */
export function startTimer(call: Call, ms: number, onEnd: (aborted?: AbortError) => void): () => boolean {
  const { operation, settings } = call;
  const { signal } = settings;
  const clear = (): boolean => {
    if (!timeout) return false;
    clearTimeout(timeout as number);
    timeout = undefined;
    signal?.removeEventListener("abort", abort);
    return true;
  };
  const abort = (): void => {
    if (clear()) onEnd(new AbortError("request aborted by its signal", { operation, cause: signal?.reason }));
  };
  let timeout: unknown = setTimeout(() => clear() && onEnd(), ms);
  signal?.addEventListener("abort", abort);
  if (signal?.aborted) abort();
  return clear;
}
