// The same program in CommonJS.
const { createPagecall } = require("@x/pagecall");
const { createSessions } = require("@x/sessions");
const { ApiError, ConfigError, SdkError, createTelnyxVideo } = require("@x/telnyx-video");
const { openapiFetch } = require("@x/telnyx-video/openapi-fetch");

const { env } = globalThis.process;
const path = { room_session_id: "0ccc7b54-4df3-4bca-a65a-3da1ecc777f0" };
const options = { apiKey: env.MOCK_KEY, baseUrl: env.TELNYX_VIDEO_URL };

async function call() {
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

module.exports = { ApiError, ConfigError, SdkError, call, createSessions, createTelnyxVideo, openapiFetch, options };
