import { brand, SdkError, type SdkErrorInit } from "./errors.ts";

/** Longer vendor texts are cut in the message; `body` keeps them whole. */
const MAX_MESSAGE_LENGTH = 500;

/** The response has an error status (4xx or 5xx). */
export class ApiError<Status extends number = number, Body = unknown> extends SdkError {
  static {
    brand(this, "ApiError");
  }
  /** HTTP status. */
  declare readonly status: Status;
  /** The parsed body: JSON where it is JSON, else text, undefined where it is empty. */
  declare readonly body: Body;
  /** The vendor's error code, where the body has one. */
  declare readonly code: string | undefined;
  /** The vendor's id of the request (`x-request-id`), to quote to its support. */
  declare readonly requestId: string | undefined;
  /** Milliseconds that `Retry-After` asks to wait, where it is given. */
  declare readonly retryAfterMs: number | undefined;

  constructor(init: {
    operation: string;
    status: Status;
    body: Body;
    requestId: string | undefined;
    retryAfterMs: number | undefined;
  }) {
    const { code, words } = describe(init.body);
    super(`${init.status} ${words}`.trim(), { ...init, code } as SdkErrorInit);
  }
}

/** Code and words of an error body: its own members, or those of `error` or of the first of `errors`. */
function describe(body: unknown): { code: string | undefined; words: string } {
  const outer = Object(body) as Record<string, unknown>;
  const inner = Object((outer["errors"] as unknown[] | undefined)?.[0] ?? outer["error"]) as typeof outer;
  const first = (key: string): string | undefined => text(inner[key]) ?? text(outer[key]);
  const title = first("title") ?? first("message") ?? text(outer["error"]);
  const words = [title, first("detail")].filter(Boolean).join(": ");
  return { code: first("code"), words: words.slice(0, MAX_MESSAGE_LENGTH) };
}

function text(value: unknown): string | undefined {
  return /string|number/.test(typeof value) && value !== "" ? String(value) : undefined;
}
