import { type SpecOperation, type SpecResponse } from "../spec/spec-operations.ts";
import { successOf } from "./success-of.ts";
import { credentialsOf, methodNameOf, type Contract, type Method } from "./contract.ts";

export interface RecordedRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Headers;
  readonly body: unknown;
}

export interface RecordedResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** One call through the client: what went out, what came back, and what the caller got of it. */
export interface Exchange {
  readonly requests: readonly RecordedRequest[];
  readonly response: RecordedResponse | undefined;
  /** What the call resolved with. */
  readonly data: unknown;
  /** What it threw, if it did. */
  readonly error: unknown;
  /** The method's guard on that error. */
  readonly isDocumented: boolean;
}

export interface ExchangeOptions {
  /** The documented response to ask the mock for. */
  readonly response?: SpecResponse | undefined;
  /** Seed for an answer made up from the schema; without it the mock answers with the spec's examples. */
  readonly seed?: number | undefined;
  /** Answers in the mock's stead. */
  readonly answer?: Response | undefined;
}

/** Calls the operation through the client, recording what passes. */
export async function exchange(
  contract: Contract,
  operation: SpecOperation,
  input: unknown,
  { response: wanted, seed, answer }: ExchangeOptions = {},
): Promise<Exchange> {
  const name = methodNameOf(contract, operation);
  const requests: RecordedRequest[] = [];
  let response: RecordedResponse | undefined;
  const client = contract.vendor.create({
    ...credentialsOf(contract),
    baseUrl: contract.url(),
    maxRetries: 0,
    fetch: async (url, init) => {
      requests.push({
        method: init.method ?? "GET",
        url: new URL(url),
        headers: new Headers(init.headers),
        body: init.body,
      });
      const received = answer ?? (await fetch(url, init));
      const text = await received.clone().text();
      response = { status: received.status, headers: received.headers, text };
      return received;
    },
  }) as Record<string, Method & { isError(error: unknown): boolean }>;
  const method = client[name];
  if (!method) throw new Error(`The client of ${contract.vendor.name} has no method "${name}".`);
  let data: unknown;
  let error: unknown;
  try {
    data = await method(input, { headers: headersFor(operation, wanted, seed) });
  } catch (thrown) {
    error = thrown;
  }
  return { requests, response, data, error, isDocumented: method.isError(error) };
}

/**
 * What steers Prism: the status, whether to make the body up, and, for answers besides the one that the client is after,
 * a media type that the client would not ask for.
 */
function headersFor(
  operation: SpecOperation,
  response: SpecResponse | undefined,
  seed: number | undefined,
): Record<string, string> {
  if (!response) return {};
  const preferences = [`code=${response.status}`];
  if (seed !== undefined) preferences.push("dynamic=true", `seed=${seed}`);
  const headers: Record<string, string> = { prefer: preferences.join(", ") };
  const [media] = response.content;
  const success = successOf(operation);
  const isWanted = response === success;
  const asked = success.content.some(({ json }) => json) || !success.content.length;
  const isAskedFor = asked && response.content.some(({ mediaType }) => /^application\/json\b/i.test(mediaType));
  if (media && !isWanted && !isAskedFor) headers["accept"] = media.mediaType;
  return headers;
}
