import { isObject, methods, resolve, type Json, type JsonObject } from "@x/openapi";

/** OpenAPI ignores header parameters of these names: they follow from media types and security. */
const IGNORED = new Set(["accept", "content-type", "authorization"]);

export function isIgnoredHeader(parameter: Json | undefined): boolean {
  return isObject(parameter) && parameter["in"] === "header" && IGNORED.has(String(parameter["name"]).toLowerCase());
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
