/**
 * A signal that aborts with the first of two. Unlike `AbortSignal.any`, it leaves nothing on a signal that lives longer.
 *
 * @returns the signal, and what takes its listeners off the two
 */
export function eitherSignal(
  first: AbortSignal | undefined,
  second: AbortSignal,
): { readonly signal: AbortSignal; readonly letGo: () => void } {
  const controller = new AbortController();
  const given = first ? [first, second] : [second];
  const listeners = given.map((signal) => {
    const abort = (): void => controller.abort(signal.reason);
    if (signal.aborted) abort();
    else signal.addEventListener("abort", abort);
    return () => signal.removeEventListener("abort", abort);
  });
  return { signal: controller.signal, letGo: () => listeners.forEach((remove) => remove()) };
}
