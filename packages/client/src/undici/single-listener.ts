/**
 * An AbortController that is its own signal, and takes one listener, as an attempt over undici has. The platform's is an
 * EventTarget, which costs a call about a microsecond, of thirty.
 */
export class SingleListener {
  aborted = false;
  #listener: (() => void) | undefined;

  get signal(): this {
    return this;
  }

  abort(): void {
    if (this.aborted) return;
    this.aborted = true;
    this.#listener?.();
  }

  throwIfAborted(): void {
    if (this.aborted) throw new Error("aborted");
  }

  addEventListener(_: "abort", listener: () => void): void {
    this.#listener = listener;
  }

  removeEventListener(): void {
    this.#listener = undefined;
  }
}
