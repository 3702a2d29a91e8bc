import type { CallParts } from "../definition/call-parts.ts";
import type { BodyKind } from "../definition/operation-definition.ts";
import { ResponseError } from "../errors/errors.ts";
import { redact } from "../errors/redact.ts";
import { refusal } from "../errors/refusal.ts";
import { documentedKind } from "../bodies/body-kind.ts";
import { callOptions, type Checks } from "../options/checks.ts";
import type { TransportResponse } from "../transport/transport.ts";
import { readResponse } from "./read-response.ts";

type Kinds = BodyKind | Readonly<Record<string, BodyKind>>;

/** Options of a call where a response may be of several media types. */
export const negotiationOptions: Checks = /* @__PURE__ */ Object.assign({}, callOptions, {
  accept: (value: unknown) => typeof value !== "string" && "a media type",
});

/**
 * Reads responses that are documented in several media types by the one that came. The call option `accept` asks for one.
 * Generated tables import it where an operation has such a response.
 *
 * @returns what a call gets
 * @throws {ConfigError} when `accept` is none of them
 */
export function negotiatedResponse(call: CallParts): Partial<CallParts> {
  const { operation, definition, headers } = call;
  const { accept } = call.settings as { accept?: string };
  if (accept !== undefined) {
    const types = Object.entries(definition.responses).flatMap(([status, kinds]) =>
      /^2|default/.test(status) && typeof kinds === "object" ? Object.keys(kinds) : [],
    );
    const known = types.length ? types : [definition.accept ?? "application/json"];
    if (!known.includes(accept)) refusal(operation, 'option "accept"')(`must be one of ${known.join(", ")}`);
  }
  return { read: readByType, headers: { ...(accept && { accept }), ...headers } };
}

/** What a response is documented to be: by its status, and by its content type where there are several. */
export function kindOfResponse(
  { status, headers }: TransportResponse,
  { definition }: CallParts,
): BodyKind | undefined {
  const kinds = documentedKind(definition, status) as Kinds | undefined;
  if (typeof kinds !== "object") return kinds;
  const type = headers.get("content-type");
  return type === null ? Object.values(kinds)[0] : kindOf(kinds, type);
}

/** Reads a response as it is documented, in one media type or in several. */
export function readByType(response: TransportResponse, bytes: Uint8Array, call: CallParts): unknown {
  const { operation, definition, keys } = call;
  const { status, headers } = response;
  const kinds = documentedKind(definition, status) as Kinds | undefined;
  if (typeof kinds !== "object") return readResponse(response, bytes, call);
  const kind = kindOfResponse(response, call);
  if (kind === undefined) {
    const known = Object.keys(kinds).join(", ");
    const shown = redact(headers.get("content-type") as string, keys).slice(0, 80);
    const why = `${status} response is of the content type ${shown}; documented: ${known}`;
    throw new ResponseError(why, { operation, status });
  }
  const chosen = { __proto__: null, ...definition, responses: { [status]: kind } };
  return readResponse(response, bytes, { ...call, definition: chosen });
}

/** What is documented for a media type, parameters aside: by itself, for its range, or for JSON of another name. */
function kindOf(kinds: Readonly<Record<string, BodyKind>>, type: string): BodyKind | undefined {
  const essence = essenceOf(type);
  const isJson = /[/+]json$/.test(essence);
  const names = [essence, `${essence.split("/")[0]}/*`, "*/*", ...(isJson ? ["application/json"] : [])];
  for (const name of names) {
    const found = Object.keys(kinds).find((each) => essenceOf(each) === name);
    if (found !== undefined) return kinds[found];
  }
  return isJson ? Object.entries(kinds).find(([each]) => /[/+]json$/.test(essenceOf(each)))?.[1] : undefined;
}

function essenceOf(type: string): string {
  return (type.split(";")[0] as string).trim().toLowerCase();
}
