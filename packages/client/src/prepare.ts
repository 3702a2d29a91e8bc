import type { Call } from "./call.ts";
import { addHeaderParameters, lowerCased } from "./headers.ts";
import type { Prepared } from "./openapi-fetch.ts";
import type { HeaderOptions } from "./options.ts";
import { fillPath } from "./path.ts";
import { serializeQuery } from "./query.ts";
import { serializeBody } from "./request-body.ts";

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
  const headers: Record<string, string | undefined> = { accept: definition.accept ?? "application/json" };
  // FormData brings its own content type, with the boundary.
  if (typeof body === "string") headers["content-type"] = definition.body;
  Object.assign(headers, settings.headers, headerOptions && lowerCased(headerOptions));
  addHeaderParameters(headers, operation, definition.parameters?.header, input.header);
  return { call, target: query ? `${path}?${query}` : path, headers, body };
}
