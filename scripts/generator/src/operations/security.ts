import type { SchemeDefinition } from "@x/client";
import { at, below, isObject, resolve, type Json, type JsonObject, Problem } from "@x/openapi";
import { PLATFORM_HEADERS } from "./ignored-headers.ts";

/** The name of a header (RFC 9110, 5.6.2), and of a cookie (RFC 6265, 4.1.1). */
export const TOKEN = /^[!#$%&'*+\-.^_`|~\w]+$/;

/** Alternatives of what goes with a request, each the names of schemes that go together; none: nothing is asked for. */
export type Security = readonly (readonly string[])[];

/**
 * What an operation asks for: its own `security`, else the document's. Alternatives that the client can't do are left out.
 *
 * @throws {Problem} naming the schemes when it can do none of them
 */
export function securityOf(document: JsonObject, operation: JsonObject, where: string): Security {
  const requirements = operation["security"] ?? document["security"];
  const alternatives = Array.isArray(requirements) ? requirements.filter(isObject) : [];
  const names = alternatives.map((alternative) => Object.keys(alternative));
  const kept = names.filter((schemes) => schemes.every((name) => schemeOf(document, name, where) !== undefined));
  if (names.length && !kept.length) {
    const told = names.map((schemes) => schemes.map((name) => described(document, name)).join(" + ")).join(", ");
    throw new Problem(
      `${where}: no supported security scheme (${told}). Supported: bearer, basic, keys in a header, query or cookie, OAuth 2 and OpenID Connect.`,
    );
  }
  // To ask for nothing alone is to ask for nothing.
  return kept.every((schemes) => !schemes.length) ? [] : kept;
}

/** How a scheme's credential is sent; undefined where the client can't. */
export function schemeOf(document: JsonObject, name: string, where: string): SchemeDefinition | undefined {
  const scheme: Json | undefined = resolve(document, at(document, below("/components/securitySchemes", name)), where);
  if (!isObject(scheme)) return undefined;
  const { type, scheme: word, in: place, name: key } = scheme;
  if (type === "oauth2" || type === "openIdConnect") return "bearer";
  if (type === "http") {
    const known = (["bearer", "basic"] as const).find((each) => each === String(word).toLowerCase());
    return known;
  }
  if (type !== "apiKey" || typeof key !== "string" || !key) return undefined;
  if (place === "query") return { in: "query", name: key };
  if (place === "cookie" && TOKEN.test(key)) return { in: "cookie", name: key };
  return place === "header" && canCarryKey(key) ? { in: "header", name: key.toLowerCase() } : undefined;
}

/** Whether a header of this name can carry a key. */
function canCarryKey(name: string): boolean {
  return TOKEN.test(name) && !PLATFORM_HEADERS.has(name.toLowerCase());
}

/** A scheme's name with what it is: `ApiKeyAuth: http digest`. */
function described(document: JsonObject, name: string): string {
  const scheme = at(document, below("/components/securitySchemes", name));
  if (!isObject(scheme)) return `${name}, which is not defined`;
  const details = [scheme["type"], scheme["scheme"], scheme["in"] && `in ${String(scheme["in"])}`].filter(Boolean);
  if (scheme["in"] === "header" && typeof scheme["name"] === "string" && !canCarryKey(scheme["name"]))
    details.push(`of the name ${JSON.stringify(scheme["name"])}, in which no client can send a key`);
  return details.length ? `${name}: ${details.join(" ")}` : name;
}
