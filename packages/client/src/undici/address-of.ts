/** What a URL has that is in its normal form: no character that parsing would encode, no dot segment that it would resolve. */
const NORMAL = /^[\w\-.~:/?@!$&()*+,;=%[\]]+$/;

/** That of the request before: most have the same, and undici finds its pool by the same string at once. */
let lastOrigin = "none:";

/** Origin and path of a request, its query included. To parse what is normal as it is would take longer than all that is sent. */
export function addressOf(url: string): { origin: string; path: string } {
  const isLast = url.startsWith(lastOrigin) && url[lastOrigin.length] === "/";
  const at = isLast ? lastOrigin.length : url.indexOf("/", url.indexOf("//") + 2);
  const path = url.slice(at);
  if (at > 0 && (isLast || NORMAL.test(url)) && NORMAL.test(path) && !path.includes("/.") && !path.includes("/%2")) {
    if (!isLast) lastOrigin = url.slice(0, at);
    return { origin: lastOrigin, path };
  }
  const { origin, pathname, search } = new URL(url);
  return { origin, path: pathname + search };
}
