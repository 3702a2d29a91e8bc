import type { PagecallClient } from "@x/pagecall";
import type { RoomSession, TelnyxVideoClient } from "@x/telnyx-video";

/** The users who are in a Pagecall room now. Anonymous ones are left out. */
export async function whoIsOnline(pagecall: PagecallClient, roomId: string): Promise<string[]> {
  const { sessions = [] } = await pagecall.getRoomSessions({
    path: { room_id: roomId },
    query: { is_connecting: true },
  });
  return sessions.flatMap((session) => session.user_id || []);
}

/** A Telnyx room session, or undefined where there is none of that id. */
export async function findRoomSession(telnyx: TelnyxVideoClient, id: string): Promise<RoomSession | undefined> {
  try {
    return (await telnyx.viewRoomSession({ path: { room_session_id: id } })).data;
  } catch (error) {
    if (telnyx.viewRoomSession.isError(error) && error.status === 404) return undefined;
    throw error;
  }
}
