import type { Answer } from "./answer.ts";
import type { Call } from "./call.ts";
import type { ApiPromise, ApiResult } from "./operation.ts";
import { send } from "./retry.ts";

/**
 * A call under way: a promise of its body, with the response at hand. A call that fails and is not awaited is one
 * unhandled rejection, whichever of the two promises the caller holds.
 */
export class CallPromise<Output> extends Promise<Output> implements ApiPromise<Output> {
  #response: Response | undefined;

  static {
    // What `then` gives is a plain promise, and `await` takes this for one, which costs it half.
    this.prototype.constructor = Promise;
  }

  /** @param create - makes the call; what it throws, the promise rejects with */
  constructor(create: () => Call) {
    super((resolve, reject) => {
      const settle = ({ body, error, response }: Answer): void => {
        this.#response = response;
        if (error) reject(error);
        else resolve(body as Output);
      };
      send(create(), settle, reject);
    });
  }

  withResponse(): Promise<ApiResult<Output>> {
    return this.then((data) => ({ data, response: this.#response as Response }));
  }
}
