// A user's program as an ES module: both vendors called, what the mocks answer.
import { createPagecall } from "@x/pagecall";
import { createSessions } from "@x/sessions";
import { ApiError, ConfigError, SdkError, createTelnyxVideo } from "@x/telnyx-video";
import { openapiFetch } from "@x/telnyx-video/openapi-fetch";

export { ApiError, ConfigError, SdkError, createSessions, createTelnyxVideo, openapiFetch };

// Under this name no bundler puts anything in its place.
const { env } = globalThis.process;
export const path = { room_session_id: "0ccc7b54-4df3-4bca-a65a-3da1ecc777f0" };
export const options = { apiKey: env.MOCK_KEY, baseUrl: env.TELNYX_VIDEO_URL };

export async function call() {
  const telnyx = createTelnyxVideo(options);
  const pagecall = createPagecall({ ...options, baseUrl: env.PAGECALL_URL });
  const both = createSessions({ telnyxVideo: telnyx, pagecall });
  const { data } = await telnyx.viewRoomSession({ path });
  const room = { room_id: "000585f36eed9e8fb6b655b4" };
  const { sessions } = await pagecall.getRoomSessions({ path: room });
  const rows = await both.listAttendances({ vendor: "pagecall", roomId: room.room_id });
  const error = await telnyx.viewRoomSession({ path }, { headers: { prefer: "code=404" } }).catch((thrown) => thrown);
  const known = error instanceof ApiError && error instanceof SdkError && telnyx.viewRoomSession.isError(error);
  const title = known ? error.body.title : String(error);
  const raw = await openapiFetch(telnyx).GET("/room_sessions/{room_session_id}", { params: { path } });
  return { active: data.active, id: raw.data.data.id, member: sessions[0].member_id, title, rows: rows.length };
}
