import type { Call } from "./call.ts";
import { AbortError } from "./errors.ts";

/** A timer that the caller's signal ends early. Neither timer nor listener is left when it is over. */
export class Timer {
  isOver = false;
  readonly #call: Call;
  readonly #onEnd: (aborted: AbortError | undefined) => void;
  readonly #timeout: ReturnType<typeof setTimeout>;

  /** @param onEnd - called once, with an error when it is the signal that ends it; not at all once it is cleared */
  constructor(call: Call, ms: number, onEnd: (aborted: AbortError | undefined) => void) {
    this.#call = call;
    this.#onEnd = onEnd;
    this.#timeout = setTimeout(() => this.#end(), ms);
    const { signal } = call.settings;
    signal?.addEventListener("abort", this);
    if (signal?.aborted) this.handleEvent();
  }

  /** The signal's listener: an object costs less than a closure that can be removed again. */
  handleEvent(): void {
    const { operation, settings } = this.#call;
    this.#end(new AbortError("aborted by its signal", { operation, cause: settings.signal?.reason as unknown }));
  }

  /** False when it was over already. */
  clear(): boolean {
    if (this.isOver) return false;
    clearTimeout(this.#timeout);
    this.#call.settings.signal?.removeEventListener("abort", this);
    return (this.isOver = true);
  }

  #end(aborted?: AbortError): void {
    if (this.clear()) this.#onEnd(aborted);
  }
}
