import { isObject, Problem, type JsonObject } from "@x/openapi";
import type { Piece } from "./pages/pieces.ts";

/**
 * Where an API is whose document does not say it: what is given, else what is remembered, else what its relative server
 * means where the document was read (OpenAPI, Server Object).
 *
 * @returns undefined where the document says it itself, or nobody does
 * @throws {Problem} when what is given is no URL of an API
 */
export function baseUrlOf(
  document: JsonObject,
  pieces: readonly Piece[],
  given: string | undefined,
  known: string | undefined,
): string | undefined {
  if (given !== undefined && !isBaseUrl(given))
    throw new Problem(
      `--base-url is ${JSON.stringify(given)}; it must be an http or https URL without query or fragment.`,
    );
  const [server] = Array.isArray(document["servers"]) ? document["servers"].filter(isObject) : [];
  const url = server === undefined ? undefined : String(server["url"]);
  if (url !== undefined && /^[a-z][a-z0-9+.-]*:|^\{/i.test(url)) return given ?? known;
  if (given !== undefined || known !== undefined) return given ?? known;
  // Without any, OpenAPI says "/": on the host of the documentation, which is mostly another.
  const [piece] = pieces;
  if (url === undefined || piece === undefined || !/^https?:/i.test(piece.source) || !URL.canParse(url, piece.source))
    return undefined;
  const { href } = new URL(url, piece.source);
  return isBaseUrl(href) ? withoutSlashes(href) : undefined;
}

function isBaseUrl(text: string): boolean {
  return /^https?:\/\/(?!\/)[^\s\\{}?#@]+$/i.test(text) && URL.canParse(text);
}

/** By hand: a regular expression looks for the end at each of many slashes. */
function withoutSlashes(href: string): string {
  let end = href.length;
  while (href[end - 1] === "/") end -= 1;
  return href.slice(0, end);
}
