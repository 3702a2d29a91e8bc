import type { ParameterDefinition } from "./api-definition.ts";
import { ConfigError } from "./errors.ts";
import type { HeaderOptions } from "./options.ts";
import { own, parametersOf, shapeOf, texts } from "./parameter-value.ts";

/** The key's own header is the client's; the rest belongs to the connection, which `fetch` keeps. */
const FORBIDDEN =
  /^(authorization|connection|content-length|expect|host|keep-alive|te|trailer|transfer-encoding|upgrade)$/i;
/** A header's name (RFC 9110, token). */
const TOKEN = /^[!#$%&'*+.^_`|~\w-]+$/;
/** A header's value: no control character but tab, nothing beyond latin-1 (RFC 9110, field-value). */
const VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;

/**
 * Refuses headers that can't be sent or are not the caller's to set. An `authorization` among them is a ConfigError:
 * the key has its own option.
 */
export function checkHeaders(headers: HeaderOptions, operation?: string, keyHeader?: string): void {
  if (typeof headers !== "object" || Symbol.iterator in headers) {
    throw new ConfigError("headers must be a plain object", { operation });
  }
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined) continue;
    const refuse = (why: string): never => {
      throw new ConfigError(`header ${JSON.stringify(name.slice(0, 100))} ${why}`, { operation });
    };
    if (!TOKEN.test(name)) refuse("is not a header name");
    if (FORBIDDEN.test(name) || name.toLowerCase() === keyHeader?.toLowerCase()) {
      refuse("is set by the client (the key is the option apiKey)");
    }
    if (typeof value !== "string") refuse(`must be a string, not of type ${typeof value}`);
    if (!VALUE.test(value)) refuse("has a character that a header can't carry (a line break, say)");
  }
}

/** Headers by name in lower case, without what is undefined. */
export function lowerCased(headers: HeaderOptions | undefined): Record<string, string> {
  const named: Record<string, string> = {};
  if (headers)
    for (const [name, value] of Object.entries(headers)) if (value !== undefined) named[name.toLowerCase()] = value;
  return named;
}

/** Adds the operation's header parameters, in OpenAPI's style `simple`. */
export function addHeaderParameters(
  target: Record<string, string>,
  operation: string,
  definitions: Readonly<Record<string, ParameterDefinition>> | undefined,
  values: unknown,
): void {
  for (const parameter of parametersOf(operation, "header", definitions)) {
    const { name, required, refuse } = parameter;
    const value = own(values, name);
    if (value === undefined) {
      if (required) refuse("is missing");
      continue;
    }
    const text = texts(value, shapeOf(parameter, value), String).join(",");
    if (!VALUE.test(text)) refuse("has a character that a header can't carry (a line break, say)");
    target[name.toLowerCase()] = text;
  }
}
