import type { OperationDefinition } from "@x/client";
import { at, below, isObject, resolve, type Json, type JsonObject, Problem } from "@x/openapi";

/** The name of a header (RFC 9110, 5.6.2). */
export const TOKEN = /^[!#$%&'*+\-.^_`|~\w]+$/;
/** Headers that say where a request goes and where it ends, or what is in it: no client lets a caller set them. */
const UNSENDABLE = new Set(
  "accept connection content-encoding content-length content-type expect host keep-alive te trailer transfer-encoding upgrade".split(
    " ",
  ),
);

/** Whether a header of this name can carry a key. */
function canCarryKey(name: string): boolean {
  return TOKEN.test(name) && !UNSENDABLE.has(name.toLowerCase());
}

/**
 * How an operation's key is sent: its own `security`, else the document's. An empty list sends none; of several
 * alternatives the first that the client can do is taken.
 *
 * @throws {Problem} naming the scheme when the client can do none of the alternatives
 */
export function securityOf(
  document: JsonObject,
  operation: JsonObject,
  where: string,
): OperationDefinition["security"] {
  const requirements = operation["security"] ?? document["security"];
  const alternatives = Array.isArray(requirements) ? requirements.filter(isObject) : [];
  const keyed = alternatives.filter((alternative) => Object.keys(alternative).length > 0);
  if (!keyed.length) return undefined;
  const names: string[] = [];
  for (const alternative of keyed) {
    const schemes = Object.keys(alternative);
    names.push(schemes.map((name) => described(document, name)).join(" + "));
    const [only] = schemes;
    const security = schemes.length === 1 && only !== undefined ? schemeOf(document, only, where) : undefined;
    if (security) return security;
  }
  throw new Problem(
    `${where}: no supported security scheme (${names.join(", ")}). Supported: http bearer, and an API key in a header.`,
  );
}

/** A scheme's name with what it is: `ApiKeyAuth: http digest`. */
function described(document: JsonObject, name: string): string {
  const scheme = at(document, below("/components/securitySchemes", name));
  if (!isObject(scheme)) return name;
  const details = [scheme["type"], scheme["scheme"], scheme["in"] && `in ${String(scheme["in"])}`].filter(Boolean);
  if (scheme["in"] === "header" && typeof scheme["name"] === "string" && !canCarryKey(scheme["name"]))
    details.push(`of the name ${JSON.stringify(scheme["name"])}, in which no client can send a key`);
  return details.length ? `${name}: ${details.join(" ")}` : name;
}

function schemeOf(document: JsonObject, name: string, where: string): OperationDefinition["security"] {
  const pointer = below("/components/securitySchemes", name);
  const scheme: Json | undefined = resolve(document, at(document, pointer), where);
  if (!isObject(scheme)) throw new Problem(`${where}: the security scheme "${name}" is not defined (#${pointer}).`);
  if (scheme["type"] === "http" && String(scheme["scheme"]).toLowerCase() === "bearer") return "bearer";
  if (scheme["type"] !== "apiKey" || scheme["in"] !== "header" || typeof scheme["name"] !== "string") return undefined;
  if (!canCarryKey(scheme["name"])) return undefined;
  const header = scheme["name"].toLowerCase();
  // The table's word for http bearer.
  return header === "bearer" ? undefined : header;
}
