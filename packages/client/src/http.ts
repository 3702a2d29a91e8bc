import type { Answer } from "./answer.ts";
import type { ApiDefinition } from "./api-definition.ts";
import { createCall, type CallInput } from "./call.ts";
import { refusal } from "./errors.ts";
import type { CallOptions } from "./options.ts";
import { send } from "./retry.ts";
import type { Settings } from "./settings.ts";

const VERBS = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE"];
const PARSE_AS = ["json", "text", "blob", "arrayBuffer", "stream"] as const;

interface HttpInit extends CallOptions {
  readonly params?: CallInput;
  readonly body?: unknown;
  readonly parseAs?: (typeof PARSE_AS)[number];
}

/** The verbs and `request` of openapi-fetch, over the same guards and transport as the operation methods. */
export function createHttp({ operations }: ApiDefinition, settings: Settings): Record<string, unknown> {
  const request = async (verb: unknown, path: unknown, init?: HttpInit): Promise<object> => {
    const { params, body, parseAs = "json", ...options } = Object(init) as HttpInit;
    const method = typeof verb === "string" && verb.toUpperCase();
    const found = Object.entries(operations).find(([, known]) => known.method === method && known.path === path);
    const [operation, definition] = found ?? refusal(undefined, "http:")("the spec has no such method and path");
    if (!PARSE_AS.includes(parseAs)) refusal(operation, "parseAs")("is not known");
    const {
      body: data,
      error,
      response,
    } = await new Promise<Answer>((resolve, reject) => {
      const input = { ...params, body };
      // What would go round the guards of a call (`fetch`, `baseUrl`, …) is no option of one, and refused.
      send(createCall(operation, definition, settings, input, options, parseAs !== "json"), resolve, reject);
    });
    // An empty error must not read as success.
    if (error) return { error: data || error, response };
    if (parseAs === "json") return { data, response };
    const bytes = data as Uint8Array<ArrayBuffer>;
    // A Response of some statuses may have no body, not even an empty one (Fetch, null body status).
    const copy = new Response(bytes.length ? bytes : null, response);
    return { data: parseAs === "stream" ? copy.body : await copy[parseAs](), response };
  };
  const http: Record<string, unknown> = { request };
  for (const verb of VERBS) http[verb] = (path: unknown, init?: HttpInit) => request(verb, path, init);
  return http;
}
