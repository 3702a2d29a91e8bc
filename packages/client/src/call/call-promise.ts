import type { Call } from "./call.ts";
import { SdkError } from "../errors/errors.ts";
import type { ApiPromise, ApiResult } from "../operation.ts";
import { send } from "../transport/retry.ts";

/** What engines have that can leave frames out of a stack. */
interface Traceable {
  captureStackTrace?(error: unknown, above: Function): void;
}

/**
 * A call under way: a promise of its body, with the response at hand. A call that fails and is not awaited is one
 * unhandled rejection, whichever of the two promises the caller holds.
 */
export class CallPromise<Output> extends Promise<Output> implements ApiPromise<Output> {
  readonly #call: Call | undefined;

  static {
    // What `then` gives is a plain promise, and `await` takes this for one, which costs it half.
    this.prototype.constructor = Promise;
  }

  /** @param create - makes the call; what it throws, the promise rejects with */
  constructor(create: () => Call) {
    let call: Call | undefined;
    super((resolve, reject) => {
      try {
        call = create();
      } catch (error) {
        // The caller's line, before the ten frames that V8 keeps are used up.
        if (error instanceof SdkError) (Error as Traceable).captureStackTrace?.(error, CallPromise);
        throw error;
      }
      send(call, resolve as (body: unknown) => void, reject);
    });
    this.#call = call;
  }

  withResponse(): Promise<ApiResult<Output>> {
    return this.then((data) => ({ data, response: this.#call?.response as Response }));
  }
}
