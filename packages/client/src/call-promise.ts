import type { ApiPromise, ApiResult } from "./operation.ts";

/**
 * The body's promise, with the response at hand. A call that fails and is not awaited is one unhandled rejection,
 * whichever of the two promises the caller holds.
 *
 * A class, because a closure put on each promise keeps what it closes over alive through V8's young collections: that
 * doubles what they cost.
 */
export class CallPromise<Output> extends Promise<Output> implements ApiPromise<Output> {
  readonly #result: Promise<ApiResult<Output>>;

  /** What `then` gives is a plain promise. */
  static override get [Symbol.species](): PromiseConstructor {
    return Promise;
  }

  constructor(result: Promise<ApiResult<Output>>) {
    super((resolve, reject) => {
      result.then(({ data }) => resolve(data), reject);
    });
    this.#result = result;
  }

  withResponse(): Promise<ApiResult<Output>> {
    this.catch(() => {});
    return this.#result.then((both) => both);
  }
}
