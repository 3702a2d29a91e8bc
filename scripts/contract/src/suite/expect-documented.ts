import { Problem } from "@x/openapi";
import { isDeepStrictEqual } from "node:util";
import { type SpecMedia, type SpecOperation, type SpecResponse } from "../spec/spec-operations.ts";
import type { Contract } from "./contract.ts";
import type { Exchange, RecordedResponse } from "./exchange.ts";

/**
 * Checks that an exchange ended with a documented response, as the pinned spec documents it, and that the caller got
 * just that.
 *
 * @throws {Problem} saying what differs
 */
export function expectDocumented(
  contract: Contract,
  operation: SpecOperation,
  documented: SpecResponse,
  { response, data, error, isDocumented }: Exchange,
): void {
  const where = `${operation.key}, response ${documented.key}`;
  const refuse = (why: string): never => {
    throw new Problem(`${where}: ${why}`);
  };
  if (!response) return refuse(`nothing came back: ${String(error)}`);
  const media = checkResponse(contract, documented, response, refuse);
  const { status, text } = response;
  if (status >= 300 && status < 400) {
    if (error === undefined) refuse("the client followed a redirect");
    return;
  }
  const received = media?.json ? JSON.parse(text) : text;
  if (status < 300) {
    if (error !== undefined) refuse(`the client refused it: ${String(error)}`);
    if (media && !isBinary(data) && !isDeepStrictEqual(data, received)) refuse("the client changed the body");
    return;
  }
  const { name, status: thrown, body } = Object(error) as { name?: string; status?: number; body?: unknown };
  if (name !== "ApiError" || thrown !== status) refuse(`the client threw no ApiError ${status}: ${String(error)}`);
  if (media?.json && !isDeepStrictEqual(body, received)) refuse("the client changed the body");
  if (!isDocumented) refuse("isError does not recognise it");
}

/** Status, content type, body and Prism's own findings. */
function checkResponse(
  { pinned }: Contract,
  documented: SpecResponse,
  response: RecordedResponse,
  refuse: (why: string) => never,
): SpecMedia | undefined {
  const { status, headers, text } = response;
  const type = headers.get("content-type") ?? "";
  if (/problem\+json/.test(type) && !documented.content.some(({ mediaType }) => /problem\+json/.test(mediaType))) {
    refuse(`the mock answers ${status}: ${text.slice(0, 400)}`);
  }
  // A response that breaks its own document is the mock's fault, or the vendor's: it is held against the pinned one below.
  const violations = requestViolations(headers);
  if (violations.length) refuse(`Prism found ${JSON.stringify(violations)}`);
  if (status !== documented.status) refuse(`the status is ${status}`);
  if (!documented.content.length) {
    if (text && status < 400) refuse(`there is a body although none is documented: ${text.slice(0, 200)}`);
    return undefined;
  }
  const media = documented.content.find(({ mediaType }) => matches(mediaType, type));
  if (!media) return refuse(`the content type is "${type}"`);
  if (media.schema && media.json) {
    const faults = pinned.faults(media.schema, JSON.parse(text));
    if (faults.length) refuse(`the body does not fit its schema: ${faults.slice(0, 5).join("; ")}`);
  }
  return media;
}

/** What Prism says of a request, in the header of its response. A response breaks the document by the vendor's own faults. */
export function requestViolations(headers: Headers): unknown[] {
  return violationsOf(headers).filter(({ location }) => location?.[0] === "request");
}

/** What Prism says of an exchange. That something is deprecated is no breach. */
function violationsOf(headers: Headers): { readonly code?: string; readonly location?: readonly string[] }[] {
  const text = headers.get("sl-violations") ?? "[]";
  // Of more than it can put into a header, Prism says so, in words. What was sent is held against the document by us as well.
  const found = (text.startsWith("[") ? JSON.parse(text) : []) as ReturnType<typeof violationsOf>;
  return found.filter(({ code }) => code !== "deprecated");
}

function matches(documented: string, received: string): boolean {
  const [wanted = "", got = ""] = [documented, received].map((type) => type.split(";")[0]?.trim().toLowerCase());
  return wanted === got || (wanted.endsWith("/*") && (wanted === "*/*" || got.startsWith(wanted.slice(0, -1))));
}

function isBinary(data: unknown): boolean {
  return data instanceof Uint8Array;
}
