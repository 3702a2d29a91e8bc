import type { SchemeDefinition } from "../definition/scheme-definition.ts";
import type { Refuse } from "../errors/refusal.ts";

/** A credential as a request carries it. */
export interface Written {
  /** By name in lower case. */
  readonly headers?: Readonly<Record<string, string>>;
  /** `name=value` */
  readonly query?: string;
  readonly cookie?: string;
  /** What must not show in a message, in each form in which it is sent. */
  readonly secrets: readonly string[];
}

/** The header that a scheme's credential goes in. */
export function headerOf(scheme: SchemeDefinition | undefined): string | undefined {
  if (typeof scheme !== "object") return scheme && "authorization";
  return scheme.in === "header" ? scheme.name : undefined;
}

/**
 * A credential in the form that its scheme asks for.
 *
 * @throws {ConfigError} by `refuse`, when it has another shape or can't be sent there
 */
export function written(scheme: SchemeDefinition, value: unknown, refuse: Refuse): Written {
  if (scheme === "basic") return basic(value, refuse);
  if (typeof value !== "string") return refuse("must be a string, or a function that returns one");
  if (!value) return refuse("is empty");
  if (scheme === "bearer") {
    // RFC 6750, b64token.
    if (!/^[\x21-\x7e]+$/.test(value)) refuse("must be printable ASCII without spaces");
    return { headers: { authorization: `Bearer ${value}` }, secrets: [value] };
  }
  const { name } = scheme;
  if (scheme.in === "header") {
    // As it is given: some have a word of their own before the key ("Token …").
    if (!/^[\x21-\x7e]+( +[\x21-\x7e]+)*$/.test(value)) refuse("must be printable ASCII, without a space at an end");
    return { headers: { [name]: value }, secrets: [value] };
  }
  if (scheme.in === "query") {
    if (!value.isWellFormed()) refuse("must be well-formed unicode");
    const text = encodeURIComponent(value);
    return { query: `${encodeURIComponent(name)}=${text}`, secrets: [value, text] };
  }
  if ((globalThis as { window?: { document?: unknown } }).window?.document)
    refuse("goes in a cookie, which no page can set for another origin");
  // RFC 6265, cookie-octet.
  if (!/^[\x21\x23-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]+$/.test(value))
    refuse('must be what a cookie can hold: printable ASCII without space, ", comma, semicolon or backslash');
  return { cookie: `${name}=${value}`, secrets: [value] };
}

/** RFC 7617, in UTF-8. */
function basic(value: unknown, refuse: Refuse): Written {
  const { username, password } = Object(value) as { username?: unknown; password?: unknown };
  if (typeof username !== "string" || typeof password !== "string")
    return refuse("must be { username, password }, two strings");
  if (/[:\p{Cc}]/u.test(username) || /\p{Cc}/u.test(password) || !(username + password).isWellFormed())
    return refuse("must hold no control character, and no colon in its username");
  const text = btoa(String.fromCharCode(...new TextEncoder().encode(`${username}:${password}`)));
  return { headers: { authorization: `Basic ${text}` }, secrets: [text, ...(password ? [password] : [])] };
}
