import { isObject } from "./read-document.ts";

/**
 * The path of the document's first server, with the defaults of its variables: `/v1` of `https://api.example.com/v1`. It is
 * "" for a server without one, and without a server. (OpenAPI 3.1, Server Object)
 */
export function basePathOf(document: Record<string, unknown>): string {
  const { servers } = document;
  const server: unknown = Array.isArray(servers) ? servers[0] : undefined;
  if (!isObject(server) || typeof server["url"] !== "string") return "";
  const variables = isObject(server["variables"]) ? server["variables"] : {};
  const url = server["url"].replaceAll(/\{([^{}]*)\}/g, (placeholder, name: string) => {
    const variable = Object.hasOwn(variables, name) ? variables[name] : undefined;
    return isObject(variable) ? String(variable["default"]) : placeholder;
  });
  // A server's URL may be relative.
  const base = "http://127.0.0.1";
  const path = URL.canParse(url, base) ? new URL(url, base).pathname : "";
  let end = path.length;
  while (path[end - 1] === "/") end -= 1;
  return path.slice(0, end);
}
