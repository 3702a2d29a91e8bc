import type { OperationDefinition, ParameterDefinition } from "./api-definition.ts";
import { ConfigError } from "./errors.ts";
import type { HeaderOptions } from "./options.ts";
import { primitiveText, refusal } from "./parameter-value.ts";

/** The key's own header is the client's; the rest belongs to the connection, which `fetch` keeps. */
const FORBIDDEN = /^(authorization|connection|content-length|host|keep-alive|te|trailer|transfer-encoding|upgrade)$/i;
/** A header's name (RFC 9110, token). */
const TOKEN = /^[!#$%&'*+.^_`|~\w-]+$/;
/** A header's value: no control character but tab, nothing beyond latin-1 (RFC 9110, field-value). */
const VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;

/**
 * Refuses headers that can't be sent or are not the caller's to set. An `authorization` among them is a ConfigError:
 * the key has its own option.
 */
export function checkHeaders(headers: HeaderOptions, operation?: string, keyHeader?: string): void {
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
    if (!VALUE.test(value)) refuse("has a line break, a control character or a character beyond latin-1 in its value");
  }
}

/** Adds the operation's header parameters, in OpenAPI's style `simple`. */
export function addHeaderParameters(
  target: Record<string, string | undefined>,
  operation: string,
  definition: OperationDefinition,
  values: unknown,
): void {
  const given = Object(values) as Record<string, unknown>;
  const definitions: [string, ParameterDefinition][] = Object.entries(definition.parameters?.header ?? {});
  for (const [name, header] of definitions) {
    const { type, items = "any", required } = typeof header === "string" ? ({ type: header } as const) : header;
    const refuse = refusal(operation, "header", name);
    const value = given[name];
    if (value === undefined) {
      if (required) refuse("is missing");
      continue;
    }
    const isList = type === "array" && Array.isArray(value);
    const text = isList
      ? (value as unknown[]).map((item) => primitiveText(item, items, refuse)).join(",")
      : primitiveText(value, type, refuse);
    if (!VALUE.test(text)) refuse("has a line break, a control character or a character beyond latin-1 in its value");
    target[name.toLowerCase()] = text;
  }
}
