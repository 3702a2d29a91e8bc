import type { Call } from "../call.ts";
import type { CallParts } from "../definition/call-parts.ts";
import { ApiError } from "../errors/api-error.ts";
import { refusal } from "../errors/refusal.ts";
import { over } from "../options/over.ts";
import { checkedHeaders } from "../options/headers.ts";
import { readResponse } from "../responses/read-response.ts";
import { send } from "../transport/send.ts";
import type { TransportResponse } from "../transport/transport.ts";
import { eitherSignal } from "./either-signal.ts";
import { checkTarget, type GuardedRequests } from "./guarded-requests.ts";
import type { ParseAs } from "./init.ts";
import { responseCopy, type Received } from "./response-copy.ts";

/** What the transport has to say beside its response. */
export interface Outcome {
  /** Where the last response had an error status. */
  error?: ApiError;
}

/**
 * What openapi-fetch calls as its `fetch`: sends a request of a call as the client's methods send theirs. Its URL and
 * headers are looked at anew, as a middleware may have changed them.
 *
 * @param call - as its caller made it
 * @param parseAs - as its caller gave it
 * @returns the last response, whole, also where it has an error status
 * @throws {SdkError} where there is none that can be used
 */
export async function transport(
  call: Call,
  requests: GuardedRequests,
  request: Request,
  parseAs: ParseAs | undefined,
  outcome: Outcome,
): Promise<Response> {
  const { operation, definition, settings } = call;
  const refuse = refusal(operation, "the request");
  if (request.method !== definition.method) refuse("has another method than the operation's");
  checkTarget(request.url, definition, settings.baseUrl, refuse);
  const headers = checkedHeaders(request.headers, operation, settings.reserved) ?? {};
  if (request.bodyUsed) refuse("has no body left: let a middleware read request.clone()");
  const bytes = new Uint8Array(await request.clone().arrayBuffer());
  let received: (Omit<Received, "response"> & { readonly response: TransportResponse }) | undefined;
  const read = (response: TransportResponse, whole: Uint8Array, sent: CallParts): unknown => {
    received = { response, bytes: whole, keys: sent.keys };
    return readAs(parseAs, response, whole, { ...sent, read: call.read });
  };
  // One that a middleware made may bring a signal.
  const ends = requests.isOwn(request) ? undefined : eitherSignal(settings.signal, request.signal);
  const sent: Call = {
    ...call,
    settings: ends ? over(settings, { signal: ends.signal }) : settings,
    url: request.url,
    headers,
    body: bytes.length ? bytes : undefined,
    read,
  };
  try {
    await new Promise((resolve, reject) => send(sent, resolve, reject));
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    outcome.error = error;
  } finally {
    ends?.letGo();
  }
  const { response, ...rest } = received as NonNullable<typeof received>;
  return responseCopy(
    { ...rest, response: response.toResponse?.() ?? (response as unknown as Response) },
    sent,
    parseAs,
  );
}

/** Checks a success as the operation documents it; one that the caller reads in another way is theirs to judge. */
function readAs(
  parseAs: ParseAs | undefined,
  response: TransportResponse,
  bytes: Uint8Array,
  call: CallParts,
): unknown {
  if (!response.ok || parseAs === undefined) return (call.read ?? readResponse)(response, bytes, call);
  if (parseAs !== "json") return bytes;
  const responses = Object.entries(call.definition.responses).map(([status, kind]) => {
    return [status, kind === "text" || kind === "binary" || typeof kind === "object" ? "json" : kind] as const;
  });
  const definition = { ...call.definition, responses: Object.fromEntries(responses) };
  return readResponse(response, bytes, { ...call, definition });
}
