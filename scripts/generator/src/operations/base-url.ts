import type { ServerDefinition, ServerVariable } from "@x/client";
import { isObject, type Json, type JsonObject, objectOf, Problem } from "@x/openapi";

/** The servers of a document. */
export interface Servers {
  /** The first one's URL, its variables at their defaults, without a slash at its end. */
  readonly baseUrl: string;
  /** All of them, where a caller has a choice: there are several, or they have variables. */
  readonly choice: readonly ServerDefinition[];
}

/**
 * The servers that a document names.
 *
 * @param base - where the API is, for a document that does not say it, and what relative URLs start from
 * @throws {Problem} when there is none, it is relative and there is no base, or no client could ever call it
 */
export function serversOf(document: JsonObject, source: string, base?: string): Servers {
  const [first, ...others] = listOf(document["servers"]);
  const written = first === undefined ? undefined : filled(first);
  if (written === undefined || isRelative(written) || isTemplate(written)) {
    if (base !== undefined) return { baseUrl: checkedUrl(base, "the base URL"), choice: [] };
    const kind = written !== undefined && isTemplate(written) ? "a server that is a template" : "a relative server";
    const what = written === undefined ? "names no server" : `has ${kind}, ${JSON.stringify(written)}`;
    throw new Problem(`${source}#/servers/0/url: the document ${what}. Give --base-url URL: where the API is.`);
  }
  const baseUrl = checkedUrl(written, `${source}#/servers/0/url`);
  const known = [first as JsonObject, ...others].flatMap((server) => definitionOf(server, base ?? baseUrl) ?? []);
  return { baseUrl, choice: known.length > 1 || typeof known[0] === "object" ? known : [] };
}

/**
 * The server of an operation's own, or of its path; undefined where it is the document's.
 *
 * @throws {Problem} when no client could call it
 */
export function ownServerOf(
  servers: Servers,
  owners: readonly JsonObject[],
  where: string,
  base = servers.baseUrl,
): ServerDefinition | undefined {
  const own = owners.flatMap((owner) => listOf(owner["servers"]).slice(0, 1))[0];
  if (own === undefined) return undefined;
  const url = filled(own);
  if (checkedUrl(isRelative(url) ? resolved(url, base) : url, `${where}, its server`) === servers.baseUrl)
    return undefined;
  return definitionOf(own, base);
}

function listOf(servers: Json | undefined): JsonObject[] {
  return Array.isArray(servers) ? servers.filter(isObject).filter(({ url }) => typeof url === "string") : [];
}

/** A URL with its variables at their defaults. */
function filled(server: JsonObject): string {
  const variables = objectOf(server["variables"]);
  return String(server["url"]).replaceAll(/\{([^{}]+)\}/g, (whole, name: string) => {
    const variable = Object.hasOwn(variables, name) ? variables[name] : undefined;
    return isObject(variable) && typeof variable["default"] === "string" ? variable["default"] : whole;
  });
}

function isRelative(url: string): boolean {
  return !/^[a-z][a-z0-9+.-]*:/i.test(url);
}

/** Whether a variable is left, or its default is one. */
function isTemplate(url: string): boolean {
  return /[{}]/.test(url);
}

function resolved(url: string, base: string): string {
  return URL.canParse(url, `${base}/`) ? new URL(url, `${base}/`).href : url;
}

/** As the table has it; undefined where no client could call it. */
function definitionOf(server: JsonObject, base: string): ServerDefinition | undefined {
  try {
    const whole = filled(server);
    if (isRelative(whole)) return checkedUrl(resolved(whole, base), "");
    const url = checkedUrl(whole, "");
    const names = Array.from(String(server["url"]).matchAll(/\{([^{}]+)\}/g), (match) => match[1] as string);
    if (!names.length) return url;
    const given = objectOf(server["variables"]);
    const variables = names.map((name): [string, ServerVariable] => {
      const variable = objectOf(given[name]);
      const values = Array.isArray(variable["enum"]) ? variable["enum"].map(String) : [];
      return [name, { default: String(variable["default"]), ...(values.length && { enum: values }) }];
    });
    return { url: withoutSlash(String(server["url"])), variables: Object.fromEntries(variables) };
  } catch (thrown) {
    if (thrown instanceof Problem) return undefined;
    throw thrown;
  }
}

/** @throws {Problem} when no client could call it */
function checkedUrl(url: string, where: string): string {
  if (!URL.canParse(url)) throw new Problem(`${where} is ${JSON.stringify(url)}; it must be an absolute URL.`);
  const { protocol, username, password, search, hash, host } = new URL(url);
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
  // A letter of another alphabet looks like one of ours, to whoever reviews it.
  if (!url.toLowerCase().startsWith(`${protocol}//${host}`))
    throw new Problem(`${where} is ${JSON.stringify(url)}; its host must be written as it is called, ${host}.`);
  return withoutSlash(url);
}

function withoutSlash(url: string): string {
  let end = url.length;
  while (url[end - 1] === "/") end -= 1;
  return url.slice(0, end);
}
