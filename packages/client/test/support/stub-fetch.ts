/** What a stub was called with. */
export interface SeenRequest {
  url: string;
  method: string;
  headers: Headers;
  body: unknown;
  redirect: string | undefined;
  signal: AbortSignal;
}

export type Reply = (request: SeenRequest, number: number) => Response | Promise<Response>;

/** A `fetch` without a network: each call is kept and answered by `reply`. */
export function stubFetch(reply: Reply = () => Response.json({})): {
  fetch: (url: string, init: RequestInit) => Promise<Response>;
  seen: SeenRequest[];
} {
  const seen: SeenRequest[] = [];
  return {
    seen,
    async fetch(url, init) {
      const request: SeenRequest = {
        url,
        method: init.method ?? "GET",
        headers: new Headers(init.headers),
        body: init.body,
        redirect: init.redirect,
        signal: init.signal as AbortSignal,
      };
      seen.push(request);
      return reply(request, seen.length);
    },
  };
}
