/** What the vendor answers, here and over loopback. */
export const answerText = JSON.stringify({
  data: {
    id: "0ccc7b54-4df3-4bca-a65a-3da1ecc777f0",
    room_id: "0ccc7b54-4df3-4bca-a65a-3da1ecc777f0",
    created_at: "2026-01-01T00:00:00Z",
    updated_at: "2026-01-01T00:00:10Z",
    ended_at: "2026-01-01T00:00:10Z",
    active: false,
    participants: [],
    record_type: "room_session",
  },
});
const answerHeaders = { "content-type": "application/json" };

/** Does what any fetch must, and no more: makes a Request of its arguments, and a Response. */
export async function stubFetch(input: string | Request, init?: RequestInit): Promise<Response> {
  return (new Request(input, init), new Response(answerText, { headers: answerHeaders }));
}

/**
 * Costs next to nothing, so that what is left is the client's own: one answer for all, with as much of a Response as
 * clients look at.
 */
export function createNullFetch(): (input: string | Request, init?: RequestInit) => Promise<Response> {
  const bytes = new TextEncoder().encode(answerText);
  const headers = new Headers(answerHeaders);
  const chunk = Promise.resolve({ done: false, value: bytes });
  const end = Promise.resolve({ done: true });
  // Read to its end by one call after the other: a chunk, the end, a chunk, the end.
  let isRead = true;
  const reader = { read: () => ((isRead = !isRead) ? end : chunk), cancel: async () => {}, releaseLock() {} };
  const answer = {
    status: 200,
    ok: true,
    type: "basic",
    url: "",
    headers,
    body: { getReader: () => reader, cancel: async () => {} },
    text: async () => answerText,
    json: async () => JSON.parse(answerText) as unknown,
    arrayBuffer: async () => bytes.buffer,
    bytes: async () => bytes,
  };
  return async () => answer as unknown as Response;
}

/** Answers 503 and counts. */
export function createOutage(): { fetch: typeof stubFetch; requests: () => number } {
  let requests = 0;
  return {
    fetch: async () => {
      requests++;
      return new Response('{"errors":[{"title":"Down"}]}', { status: 503, headers: answerHeaders });
    },
    requests: () => requests,
  };
}
