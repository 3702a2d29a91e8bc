import type { CallParts } from "../definition/call-parts.ts";
import { ResponseError } from "../errors/errors.ts";
import { over } from "../options/over.ts";
import type { FetchFunction } from "../options/options.ts";
import type { Transport, TransportResponse } from "../transport/transport.ts";
import { readResponse } from "./read-response.ts";

/**
 * Makes a success of a redirect where an operation documents no other: the call resolves with its target, and nothing is
 * followed. Generated tables import it where an operation has such a response.
 */
export function redirectResponse(call: CallParts): Partial<CallParts> {
  const { definition, settings } = call;
  const { transport, fetch = (...given) => globalThis.fetch(...given) } = settings as { fetch?: FetchFunction } & Pick<
    typeof settings,
    "transport"
  >;
  const isRedirect = ({ status }: TransportResponse): boolean =>
    (definition.responses[status] ?? definition.responses["3XX"]) === "location" && status >= 300 && status < 400;
  const taken = (response: TransportResponse): TransportResponse => {
    if (!response?.headers || !isRedirect(response)) return response;
    void response.body
      ?.getReader?.()
      .cancel()
      .catch(() => undefined);
    const { status, headers } = response;
    return { status, ok: true, headers, body: null, toResponse: () => response as unknown as Response };
  };
  return {
    read: (response, bytes, made) =>
      isRedirect(response) ? targetOf(response, made) : readResponse(response, bytes, made),
    settings: transport
      ? over(settings, {
          transport: Object.assign(async (...given: Sent) => taken(await transport(...given)), transport),
        })
      : over(settings, {
          fetch: async (url: string, init: RequestInit) =>
            taken((await fetch(url, init)) as TransportResponse) as unknown as Response,
        }),
  };
}

type Sent = Parameters<Transport>;

/** Absolute, also where the vendor's is not (RFC 9110, 10.2.2). */
function targetOf({ status, headers }: TransportResponse, { operation, url }: CallParts): string {
  const target = headers.get("location");
  if (target === null || !URL.canParse(target, url))
    throw new ResponseError(`${status} response has no Location that is a URL`, { operation, status });
  return URL.canParse(target) ? target : new URL(target, url).href;
}
