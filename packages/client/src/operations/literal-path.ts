import type { CallParts } from "../definition/call-parts.ts";

/**
 * The URL of a call whose path has a query or a fragment in the document (`/a?beta=true`, `/a#share`): the query goes before
 * that of the parameters, the fragment tells operations apart and is not sent. Generated tables import it where there is one.
 */
export function literalPath({ url }: CallParts): Partial<CallParts> {
  const [path, ...queries] = url.replace(/#[^?]*/, "").split("?");
  return { url: queries.length ? `${path}?${queries.join("&")}` : (path as string) };
}
