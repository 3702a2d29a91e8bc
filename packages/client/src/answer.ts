import type { BodyKind, OperationDefinition } from "./api-definition.ts";
import type { Call } from "./call.ts";
import { ResponseError } from "./errors.ts";
import { redact } from "./redact.ts";
import { decode } from "./response-body.ts";

/** An answer with its body read and understood, in the little of Response's shape that openapi-fetch looks at. */
export interface Answer {
  readonly status: number;
  readonly ok: boolean;
  readonly headers: Headers;
  /** The body: what the operation documents where it is a success, else JSON, text or undefined. */
  readonly body: unknown;
  readonly bytes: Uint8Array;
  /** As it came, its body read. */
  readonly response: Response;
  /** For openapi-fetch, which reads an error's text; `body` already holds it. */
  text(): Promise<string>;
}

async function noText(): Promise<string> {
  return "";
}

/**
 * Understands an answer.
 *
 * @throws {ResponseError} when a success is empty, not JSON, or not of the kind that the operation documents
 */
export function readAnswer(response: Response, bytes: Uint8Array, call: Call): Answer {
  const { status, ok, headers } = response;
  let body: unknown = bytes;
  if (!ok) body = errorBody(response, bytes, call);
  else if (!call.asBytes) body = successBody(response, bytes, call);
  return { status, ok, headers, body, bytes, response, text: noText };
}

/** The documented kind of body for a status: by the status, its range or `default` (OpenAPI, Responses Object). */
export function documentedKind({ responses }: OperationDefinition, status: number): BodyKind | undefined {
  return responses[status] ?? responses[`${Math.floor(status / 100)}XX`] ?? responses["default"];
}

/** Whether a parsed body is of a kind. */
export function isOfKind(body: unknown, kind: BodyKind): boolean {
  if (kind === "array") return Array.isArray(body);
  if (kind === "object") return typeof body === "object" && body !== null && !Array.isArray(body);
  if (kind === "json") return body !== undefined;
  return kind === "none" || typeof body === "string";
}

function successBody({ status, headers }: Response, bytes: Uint8Array, { operation, definition, key }: Call): unknown {
  const kinds = successKinds(definition, status);
  if (kinds.includes("none") && (kinds.length === 1 || !bytes.length)) return undefined;
  if (kinds.includes("binary")) return bytes;
  const refuse = (why: string): never => {
    throw new ResponseError(`${status} ${why}`, { operation, status });
  };
  let text: string;
  try {
    text = decode(bytes, headers);
  } catch {
    return refuse("has a body that is not text in its charset");
  }
  if (kinds.includes("text")) return text;
  if (!text) refuse("has an empty body, where the operation documents one");
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    const type = redact(headers.get("content-type") ?? "none", key).slice(0, 80);
    refuse(`has a body that is not JSON (content type ${type})`);
  }
  if (!kinds.some((kind) => isOfKind(body, kind)))
    refuse(`has a body that is not the documented ${kinds.join(" or ")}`);
  return body;
}

/** What is documented for the status; for an undocumented success, what is documented for any. */
function successKinds(definition: OperationDefinition, status: number): BodyKind[] {
  const kind = definition.method === "HEAD" ? "none" : documentedKind(definition, status);
  if (kind) return [kind];
  const entries = Object.entries(definition.responses);
  return entries.filter(([key]) => key.startsWith("2")).map(([, other]) => other);
}

function errorBody({ status, headers }: Response, bytes: Uint8Array, { definition, key }: Call): unknown {
  if (!bytes.length) return undefined;
  let text: string;
  try {
    text = decode(bytes, headers);
  } catch {
    // An error is told as far as it can be read.
    text = new TextDecoder().decode(bytes);
  }
  if (documentedKind(definition, status) !== "text") {
    try {
      // Written anew: a key can hide from a search of the text behind JSON's escapes.
      return JSON.parse(redact(JSON.stringify(JSON.parse(text)), key && JSON.stringify(key).slice(1, -1)));
    } catch {
      // Not JSON: the text, then.
    }
  }
  return redact(text, key);
}
