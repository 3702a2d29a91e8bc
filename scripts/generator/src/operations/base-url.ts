import { isObject, type Json, type JsonObject, Problem } from "@x/openapi";

/**
 * The first server's URL, its variables at their defaults, without a slash at its end.
 *
 * @throws {Problem} when there is none, it is relative, or no client could ever call it
 */
export function baseUrlOf(document: JsonObject, source: string): string {
  const url = serverUrl(document["servers"]);
  const where = `${source}#/servers/0/url`;
  if (!url || !URL.canParse(url)) {
    throw new Problem(`${where} is ${JSON.stringify(url ?? null)}; it must be an absolute URL.`);
  }
  const { protocol, username, password, search, hash } = new URL(url);
  if (protocol !== "http:" && protocol !== "https:")
    throw new Problem(`${where} is of ${JSON.stringify(protocol)}; it must be of http or https.`);
  // Not repeated: they may be real.
  if (username || password || url.includes("@"))
    throw new Problem(`${where} holds credentials, or an "@". A client is given its key, and sends it in its own way.`);
  // What the client's own check of a base URL refuses, whoever gives it.
  if (search || hash || !/^https?:\/\/(?!\/)[^\s\\{}?#\p{Cc}]+$/iu.test(url)) {
    throw new Problem(
      `${where} is ${JSON.stringify(url)}; it must hold no query, fragment, template, space or backslash.`,
    );
  }
  let end = url.length;
  while (url[end - 1] === "/") end -= 1;
  return url.slice(0, end);
}

/** The first server's URL as the document has it, its variables at their defaults. */
export function serverUrl(servers: Json | undefined): string | undefined {
  const server = Array.isArray(servers) ? servers[0] : undefined;
  if (!isObject(server) || typeof server["url"] !== "string") return undefined;
  const variables = isObject(server["variables"]) ? server["variables"] : {};
  return server["url"].replaceAll(/\{([^{}]+)\}/g, (whole, name: string) => {
    const variable = Object.hasOwn(variables, name) ? variables[name] : undefined;
    return isObject(variable) && typeof variable["default"] === "string" ? variable["default"] : whole;
  });
}
