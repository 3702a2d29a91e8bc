// @ts-check
const { createPagecall } = require("@x/pagecall");
const { ApiError, createTelnyxVideo } = require("@x/telnyx-video");

// Keys and base URLs come from the environment: the vendors' in production, the mocks' in tests.
const pagecall = createPagecall();
const telnyx = createTelnyxVideo();

/**
 * The users who are in a Pagecall room now.
 *
 * @param {string} room_id
 */
exports.whoIsOnline = async function whoIsOnline(room_id) {
  const { sessions = [] } = await pagecall.getRoomSessions({ path: { room_id }, query: { is_connecting: true } });
  return sessions.flatMap(({ user_id }) => user_id || []);
};

/**
 * Whether a Telnyx room session is going on; undefined where there is none of that id.
 *
 * @param {string} room_session_id
 * @param {Record<string, string>} [headers]
 */
exports.isActive = async function isActive(room_session_id, headers) {
  try {
    const { data } = await telnyx.viewRoomSession({ path: { room_session_id } }, { headers });
    return data?.active;
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return undefined;
    throw error;
  }
};
