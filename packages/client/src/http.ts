import type { Answer } from "./answer.ts";
import type { ApiDefinition } from "./api-definition.ts";
import { apiError } from "./api-error.ts";
import { createCall } from "./call.ts";
import { ConfigError } from "./errors.ts";
import type { CallOptions, HeaderOptions } from "./options.ts";
import { prepare, type CallInput, type Prepared } from "./prepare.ts";
import type { Settings } from "./settings.ts";

const VERBS = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE"] as const;
/** What would go round the guards of a call, or its documented form. */
const FORBIDDEN = [
  "fetch",
  "baseUrl",
  "pathSerializer",
  "querySerializer",
  "bodySerializer",
  "Request",
  "middleware",
  "redirect",
];
/** Statuses whose Response may have no body (Fetch, null body status). */
const WITHOUT_BODY: ReadonlySet<number> = new Set([204, 205, 304]);

const PARSE_AS: ReadonlySet<unknown> = new Set(["json", "text", "blob", "arrayBuffer", "stream"]);

type ParseAs = "json" | "text" | "blob" | "arrayBuffer" | "stream";

interface HttpInit extends Omit<CallOptions, "headers"> {
  readonly params?: CallInput;
  readonly body?: unknown;
  readonly headers?: unknown;
  readonly parseAs?: ParseAs;
}

/** The verbs and `request` of openapi-fetch, over the same guards and transport as the operation methods. */
export function createHttp(
  api: ApiDefinition,
  settings: Settings,
  send: (prepared: Prepared) => Promise<{ response: Answer }>,
): Record<string, unknown> {
  const operations = new Map(
    Object.entries(api.operations).map(([name, { method, path }]) => [`${method} ${path}`, name]),
  );
  const request = async (verb: unknown, path: unknown, given?: HttpInit): Promise<object> => {
    const init = Object(given) as HttpInit;
    const isText = typeof verb === "string" && typeof path === "string";
    const name = isText ? operations.get(`${verb.toUpperCase()} ${path}`) : undefined;
    const definition = name === undefined ? undefined : api.operations[name];
    if (name === undefined || !definition)
      throw new ConfigError("http: the spec has no such method and path", { operation: name });
    for (const option of FORBIDDEN) {
      if (option in init) throw new ConfigError(`http does not take the option "${option}"`, { operation: name });
    }
    const { params, body, parseAs = "json" } = init;
    if (!PARSE_AS.has(parseAs)) throw new ConfigError("http: parseAs is not one that it knows", { operation: name });
    const headers = plainHeaders(init.headers, name);
    const call = createCall(name, definition, settings, { ...init, headers }, parseAs !== "json");
    const { response: answer } = await send(prepare(call, { ...params, body }, headers));
    const response = toResponse(answer);
    // An empty error must not read as success.
    if (!answer.ok) return { error: answer.body || apiError(call, answer), response };
    if (parseAs === "json") return { data: answer.body, response };
    return { data: parseAs === "stream" ? response.body : await response[parseAs](), response };
  };
  const http: Record<string, unknown> = { request };
  for (const verb of VERBS) http[verb] = (path: unknown, init?: HttpInit) => request(verb, path, init);
  return http;
}

/** Everything openapi-fetch takes as headers, as a plain record. */
function plainHeaders(headers: unknown, operation: string): HeaderOptions {
  try {
    const isIterable = typeof (headers as Iterable<unknown> | undefined)?.[Symbol.iterator] === "function";
    const entries = isIterable ? [...(headers as Iterable<[string, unknown]>)] : Object.entries(Object(headers));
    return Object.fromEntries(
      entries.map(([name, value]) => [name, value === undefined || value === null ? undefined : String(value)]),
    );
  } catch {
    throw new ConfigError("http: headers are neither a record, nor pairs, nor Headers", { operation });
  }
}

/** A Response whose body can still be read, made of an answer whose body was. */
function toResponse({ status, headers, bytes, response: { statusText, url } }: Answer): Response {
  const body = WITHOUT_BODY.has(status) ? null : (bytes as Uint8Array<ArrayBuffer>);
  return Object.defineProperty(new Response(body, { status, statusText, headers }), "url", { value: url });
}
