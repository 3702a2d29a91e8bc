/// <reference lib="esnext.disposable" preserve="true" />
import { refusal } from "../errors/refusal.ts";
import { knownMembers } from "../options/known-members.ts";
import type { Transport, TransportRequest, TransportResponse } from "../transport/transport.ts";
import { addressOf } from "./address-of.ts";
import { runtimeDecompression } from "./decompression.ts";
import type { Dispatcher } from "./dispatcher.ts";
import { ExchangeHandler } from "./exchange-handler.ts";
import { refusalOf } from "./refusal-of.ts";
import { dispatchBody } from "./request-body.ts";
import { installedAgent } from "./runtime.ts";
import { SingleListener } from "./single-listener.ts";

export interface UndiciTransportOptions {
  /**
   * What sends the requests: an Agent, ProxyAgent, EnvHttpProxyAgent, MockAgent, Pool or composed dispatcher of undici 7 or 8. It
   * stays its maker's to close.
   * @default an Agent of the installed undici, without time-outs of its own: the client's hold
   */
  dispatcher?: Dispatcher | undefined;
}

/** Sends by undici's dispatcher. */
export interface UndiciTransport extends Transport {
  /**
   * Refuses further calls, and closes its own Agent once those in flight have ended. A process ends without it, too: idle
   * connections do not hold it.
   */
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/**
 * A transport for the option `transport` of any number of clients, on Node, over undici without the Request, Response and
 * web streams of `fetch`.
 *
 * @throws {ConfigError} at once, when undici is missing or too old, the runtime is not Node, or the dispatcher is none
 */
export function undiciTransport(options?: UndiciTransportOptions | undefined): UndiciTransport {
  const decompression = runtimeDecompression();
  const { dispatcher: given } = knownMembers(options, { dispatcher: 1 }, "option", undefined);
  if (given !== undefined && typeof Object(given).dispatch !== "function")
    refusal(undefined, 'option "dispatcher"')("must be a Dispatcher of undici");
  const own = given === undefined ? new (installedAgent())({ headersTimeout: 0, bodyTimeout: 0 }) : undefined;
  const dispatcher = (given ?? own) as Dispatcher;
  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => (closing ??= own ? own.close() : Promise.resolve());
  const send = (url: string, request: TransportRequest, operation: string): Promise<TransportResponse> => {
    const handler = new ExchangeHandler(operation, request, decompression);
    if (closing) handler.onResponseError(null, { code: "UND_ERR_CLOSED" });
    else dispatch(dispatcher, url, request, decompression.accepted, handler);
    return handler.hasBegun ? handler.response : orRefused(handler, operation);
  };
  Object.defineProperty(send, "AbortController", { value: SingleListener });
  return Object.assign(send, { close, [Symbol.asyncDispose]: close });
}

/** In a function that is awaited, so that the stack of what it throws leads to the call. */
async function orRefused(handler: ExchangeHandler, operation: string): Promise<TransportResponse> {
  try {
    return await handler.response;
  } catch (thrown) {
    throw handler.hasBegun ? thrown : refusalOf(thrown, operation);
  }
}

function dispatch(
  dispatcher: Dispatcher,
  url: string,
  request: TransportRequest,
  accepted: string,
  handler: ExchangeHandler,
): void {
  try {
    const { origin, path } = addressOf(url);
    const { body, headers } = dispatchBody(request.body);
    dispatcher.dispatch(
      {
        origin,
        path,
        method: request.method,
        headers: { "accept-encoding": accepted, ...headers, ...request.headers },
        body,
        // Should the dispatcher be one that follows redirects: the key must not.
        maxRedirections: 0,
      },
      handler,
    );
  } catch (thrown) {
    handler.onResponseError(null, thrown);
  }
}
