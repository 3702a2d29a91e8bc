import { ApiError, createTelnyxVideo, TimeoutError } from "@x/telnyx-video";

interface Env {
  /** A secret. */
  TELNYX_API_KEY: string;
  /** Where the API is; the document's own server where it is not set. */
  TELNYX_BASE_URL?: string;
}

export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    const [, room_session_id] = /^\/sessions\/([\w-]+)$/.exec(new URL(request.url).pathname) ?? [];
    if (room_session_id === undefined) return Response.json({ error: "there is nothing here" }, { status: 404 });
    const telnyx = createTelnyxVideo({
      apiKey: env.TELNYX_API_KEY,
      baseUrl: env.TELNYX_BASE_URL,
      totalTimeoutMs: 10_000,
    });
    try {
      const { data } = await telnyx.viewRoomSession({ path: { room_session_id } });
      return Response.json(data ?? {});
    } catch (error) {
      if (error instanceof TimeoutError) return Response.json({ error: "the vendor is too slow" }, { status: 504 });
      if (error instanceof ApiError && error.status < 500)
        return Response.json({ error: error.message }, { status: error.status });
      return Response.json({ error: "the vendor can't be used now" }, { status: 502 });
    }
  },
};
