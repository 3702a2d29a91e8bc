import type { Answer } from "./answer.ts";
import type { Call } from "./call.ts";
import { brand, SdkError } from "./errors.ts";
import { redact } from "./redact.ts";
import { retryAfterMs } from "./retry-after.ts";

/** Longer vendor texts are cut in the message; `body` keeps them whole. */
const MAX_MESSAGE_LENGTH = 500;

/** The vendor answered with an error status (4xx or 5xx). */
export class ApiError<Status extends number = number, Body = unknown> extends SdkError {
  static {
    brand(this, "ApiError");
  }
  /** HTTP status. */
  readonly status: Status;
  /** The parsed body: JSON where it is JSON, else text, undefined where it is empty. */
  readonly body: Body;
  /** The vendor's error code, where the body has one. */
  readonly code: string | undefined;
  /** The vendor's id of the request (`x-request-id`), to quote to its support. */
  readonly requestId: string | undefined;
  /** Milliseconds that `Retry-After` asks to wait, where it is given. */
  readonly retryAfterMs: number | undefined;

  constructor(init: {
    operation: string;
    status: Status;
    body: Body;
    requestId: string | undefined;
    retryAfterMs: number | undefined;
  }) {
    const { code, words } = describe(init.body);
    super(`${init.status}${words ? ` ${words}` : ""}`, init);
    this.status = init.status;
    this.body = init.body;
    this.code = code;
    this.requestId = init.requestId;
    this.retryAfterMs = init.retryAfterMs;
  }
}

/** Code and words of an error body: its own members, or those of `error` or of the first of `errors`. */
function describe(body: unknown): { code: string | undefined; words: string } {
  const outer = members(body);
  const list = outer["errors"];
  const inner = members(Array.isArray(list) ? list[0] : outer["error"]);
  const first = (key: string): string | undefined => text(inner[key]) ?? text(outer[key]);
  const title = first("title") ?? first("message") ?? text(outer["error"]);
  const words = [title, first("detail")].filter((part) => part !== undefined).join(": ");
  return { code: first("code"), words: words.slice(0, MAX_MESSAGE_LENGTH) };
}

function members(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

function text(value: unknown): string | undefined {
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value ? value : undefined;
}

/** The error for an answer with an error status. */
export function apiError({ operation, key }: Call, { status, body, headers }: Answer): ApiError {
  const requestId = headers.get("x-request-id") ?? headers.get("request-id");
  return new ApiError({
    operation,
    status,
    body,
    requestId: requestId === null ? undefined : redact(requestId, key),
    retryAfterMs: retryAfterMs(headers.get("retry-after")),
  });
}
