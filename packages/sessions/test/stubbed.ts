import { createSessions } from "../src/index.ts";

export const KEY = "test-key";

/** Both vendors over a fetch that responds with what is given, and records what it was asked. */
export function stubbed(body: unknown) {
  const requests: string[] = [];
  const fetch = async (url: string): Promise<Response> => {
    requests.push(url);
    return Response.json(body);
  };
  return {
    sessions: createSessions({ telnyxVideo: { apiKey: KEY, fetch }, pagecall: { apiKey: KEY, fetch } }),
    requests,
  };
}
