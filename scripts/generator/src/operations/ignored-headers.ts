import { isObject, methods, resolve, type Json, type JsonObject } from "@x/openapi";

/** OpenAPI ignores header parameters of these names: they follow from media types and security. */
const IGNORED = new Set(["accept", "content-type", "authorization"]);

/** Headers that say where a request goes and where it ends: no platform lets a caller set them. */
export const PLATFORM_HEADERS: ReadonlySet<string> = new Set(
  "accept connection content-encoding content-length content-type expect host keep-alive sec-fetch-mode te trailer transfer-encoding upgrade".split(
    " ",
  ),
);

export function isIgnoredHeader(parameter: Json | undefined): boolean {
  if (!isObject(parameter) || parameter["in"] !== "header") return false;
  const name = String(parameter["name"]).toLowerCase();
  return IGNORED.has(name) || PLATFORM_HEADERS.has(name);
}

/**
 * A copy of the document without the header parameters that OpenAPI says to ignore. Types made of them would demand what
 * the client sets itself.
 */
export function withoutIgnoredHeaders(document: JsonObject, source: string): JsonObject {
  const kept = (owner: JsonObject): JsonObject => {
    const list = owner["parameters"];
    if (!Array.isArray(list)) return owner;
    return { ...owner, parameters: list.filter((parameter) => !isIgnoredHeader(resolve(document, parameter, source))) };
  };
  const paths = Object.entries(document["paths"] as JsonObject).map(([path, reference]): [string, Json] => {
    const pathItem = resolve(document, reference, source);
    if (!isObject(pathItem)) return [path, reference];
    const operations = methods.flatMap((method) => {
      const operation = pathItem[method];
      return isObject(operation) ? [[method, kept(operation)] as const] : [];
    });
    return [path, { ...kept(pathItem), ...Object.fromEntries(operations) }];
  });
  return { ...document, paths: Object.fromEntries(paths) };
}
