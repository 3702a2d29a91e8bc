import type { Call } from "../call.ts";
import { traced } from "../errors/traced.ts";
import { send } from "../transport/send.ts";
import type { TransportResponse } from "../transport/transport.ts";
import type { ApiPromise, ApiResult } from "./operation.ts";

/** A call whose response was read: a Response, or what one is made of. Written out where it is used, for bytes. */
type Read = Call & { readonly response: TransportResponse & Response };

/**
 * A call under way: a promise of its body, with the response at hand. A call that fails and is not awaited is one
 * unhandled rejection, whichever of the two promises the caller holds.
 *
 * A plain promise with a method more: of a subclass, `then` would run this again, and `await` costs twice as much.
 *
 * @param create - makes the call; what it throws, the promise rejects with
 */
export function callPromise<Output>(create: () => Call): ApiPromise<Output> {
  let call: Call | undefined;
  const promise = new Promise<Output>((resolve, reject) => {
    call = traced(callPromise, create);
    send(call, resolve as (body: unknown) => void, reject);
  });
  const withResponse = (): Promise<ApiResult<Output>> =>
    promise.then((data) => ({ data, response: (call as Read).response.toResponse?.() ?? (call as Read).response }));
  // Not `promise.withResponse = …`: to set a member of a promise costs V8 (14) four microseconds a call.
  return Object.assign(promise, { withResponse });
}
