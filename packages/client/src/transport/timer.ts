import type { Call } from "../call.ts";
import { AbortError } from "../errors/errors.ts";

/** A timer that the caller's signal ends early. Neither timer nor listener is left when it is over. */
export class Timer {
  readonly #call: Call;
  readonly #onEnd: (aborted?: AbortError) => void;
  readonly #timeout: ReturnType<typeof setTimeout>;
  #isOver = false;

  /** @param onEnd - called once, with an error when it is the signal that ends it; not at all once it is cleared */
  constructor(call: Call, ms: number, onEnd: (aborted?: AbortError) => void) {
    this.#call = call;
    this.#onEnd = onEnd;
    this.#timeout = setTimeout(() => this.clear() && onEnd(), ms);
    const { signal } = call.settings;
    signal?.addEventListener("abort", this);
    if (signal?.aborted) this.handleEvent();
  }

  /** The signal's listener: an object costs less than a closure that can be removed again. */
  handleEvent(): void {
    const { operation, settings } = this.#call;
    const cause: unknown = settings.signal?.reason;
    if (this.clear()) this.#onEnd(new AbortError("request aborted by its signal", { operation, cause }));
  }

  /** False when it was over already. */
  clear(): boolean {
    if (this.#isOver) return false;
    clearTimeout(this.#timeout);
    this.#call.settings.signal?.removeEventListener("abort", this);
    return (this.#isOver = true);
  }
}
