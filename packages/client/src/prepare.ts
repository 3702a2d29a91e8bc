import type { Call } from "./call.ts";
import { addHeaderParameters, lowerCased } from "./headers.ts";
import type { HeaderOptions } from "./options.ts";
import { fillPath } from "./path.ts";
import { serializeQuery } from "./query.ts";
import { serializeBody } from "./request-body.ts";

/** A call whose path, query and body are already text. */
export interface Prepared {
  readonly call: Call;
  /** Path and query, filled in. */
  readonly target: string;
  /** By name in lower case; all but the key. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: BodyInit | undefined;
}

/** The input of a call, by place. */
export interface CallInput {
  readonly path?: unknown;
  readonly query?: unknown;
  readonly header?: unknown;
  readonly body?: unknown;
}

/**
 * Turns a call's input into what is sent, as the operation's definition says.
 *
 * @throws {ConfigError} naming the parameter that can't be sent
 */
export function prepare(call: Call, input: CallInput, headerOptions: HeaderOptions | undefined): Prepared {
  const { operation, definition, settings } = call;
  const path = fillPath(operation, definition, input.path);
  const query = serializeQuery(operation, definition, input.query);
  const body = serializeBody(operation, definition, input.body);
  const headers: Record<string, string> = { accept: definition.accept ?? "application/json" };
  // FormData brings its own content type, with the boundary.
  if (typeof body === "string") headers["content-type"] = definition.body as string;
  Object.assign(headers, settings.headers, headerOptions && lowerCased(headerOptions));
  addHeaderParameters(headers, operation, definition.parameters?.header, input.header);
  return { call, target: query ? `${path}?${query}` : path, headers, body };
}
