import { Problem } from "@x/openapi";

/** A path below the base URL: it begins with one slash and holds nothing that a URL can't carry. */
const PATH = /^\/(?!\/)[^?#\\\s\p{Cc}]*(\?[^?#\\\s\p{Cc}]*)?(#[^?#\\\s\p{Cc}]*)?$/u;
const DOT_SEGMENT = /\/(\.|%2e){1,2}(\/|$|[?#])/i;

const NESTED = /\{[^{}]*\{/;

/**
 * Refuses what `fetch` can't send, and a path that would lead elsewhere than below the base URL: the key goes with it.
 *
 * @throws {Problem} naming the operation
 */
export function checkSendable(method: string, path: string, where: string): void {
  if (!PATH.test(path) || DOT_SEGMENT.test(path)) {
    throw new Problem(`${where}: the path must begin with one slash, and hold no dot segment, space or backslash.`);
  }
  if (NESTED.test(path)) throw new Problem(`${where}: a template of the path stands in another.`);
  if (method === "trace") throw new Problem(`${where}: fetch can't send TRACE (Fetch, "forbidden method").`);
}
