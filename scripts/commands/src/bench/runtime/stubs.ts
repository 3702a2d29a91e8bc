import { setImmediate } from "node:timers/promises";

/** What the vendor responds, here and over loopback: a session with the people who were in it, 2.7 kB. */
export const responseText = JSON.stringify({ data: session(8) });
/** The same without anybody, so that little of what a null stub costs is its text. */
const smallAnswerText = JSON.stringify({ data: session(0) });

function session(people: number): object {
  const times = { created_at: "2026-01-01T00:00:00Z", updated_at: "2026-01-01T00:00:10Z" };
  const participants = Array.from({ length: people }, (_, n) => ({
    id: `7b61621f-62e0-4aad-ab11-9fd19e272e7${n}`,
    session_id: "0ccc7b54-4df3-4bca-a65a-3da1ecc777f0",
    context: JSON.stringify({ id: 105 + n, username: `user-${n}` }),
    joined_at: "2026-01-01T00:00:00Z",
    left_at: "2026-01-01T00:00:10Z",
    record_type: "room_participant",
    ...times,
  }));
  const id = "0ccc7b54-4df3-4bca-a65a-3da1ecc777f0";
  return {
    id,
    room_id: id,
    ended_at: "2026-01-01T00:00:10Z",
    active: false,
    record_type: "room_session",
    ...times,
    participants,
  };
}
const answerHeaders = { "content-type": "application/json" };

/**
 * Does what any fetch must, and no more: makes a Request of its arguments, and a Response. That comes in another turn of
 * the event loop, as over a network: within one turn V8 keeps all that a WeakRef points at, and a Request with a signal
 * has such.
 */
export async function stubFetch(input: string | Request, init?: RequestInit): Promise<Response> {
  const request = new Request(input, init);
  await setImmediate();
  request.signal.throwIfAborted();
  return new Response(responseText, { headers: answerHeaders });
}

/**
 * Costs next to nothing, so that what is left is the client's own: one response for all, with as much of a Response as
 * clients look at.
 */
export function createNullFetch(): (input: string | Request, init?: RequestInit) => Promise<Response> {
  const bytes = new TextEncoder().encode(smallAnswerText);
  const headers = new Headers(answerHeaders);
  const chunk = Promise.resolve({ done: false, value: bytes });
  const end = Promise.resolve({ done: true });
  // Read to its end by one call after the other: a chunk, the end, a chunk, the end.
  let isRead = true;
  const read = (): Promise<unknown> => {
    isRead = !isRead;
    return isRead ? end : chunk;
  };
  const reader = { read, cancel: async () => {}, releaseLock() {} };
  const prepared = {
    status: 200,
    ok: true,
    type: "basic",
    url: "",
    headers,
    body: { getReader: () => reader, cancel: async () => {} },
    text: async () => smallAnswerText,
    json: async () => JSON.parse(smallAnswerText) as unknown,
    arrayBuffer: async () => bytes.buffer,
    bytes: async () => bytes,
  };
  return async () => prepared as unknown as Response;
}

/** Responds with 503 and counts. */
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
