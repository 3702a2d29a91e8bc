import type { TransportResponse } from "../transport/transport.ts";

/**
 * Says what a status is that is neither a success nor an error. The target of a redirect is not told: it may hold a key.
 *
 * @param url - what was requested
 */
export function unexpectedStatus(
  { status, headers }: Pick<TransportResponse, "status" | "headers">,
  url: string,
): string {
  // A browser gives a redirect that it does not follow the status 0.
  if (status !== 0 && !(status >= 300 && status < 400)) return `unexpected status ${status}`;
  const target = headers.get("location") ?? "";
  const isElsewhere = URL.canParse(target, url) && new URL(target, url).origin !== new URL(url).origin;
  return `unexpected redirect (${status})${isElsewhere ? " to another origin" : ""}; redirects are not followed`;
}
