import type { CallOptions, PagecallClient } from "@x/pagecall";
import type { PagecallAttendance } from "./attendance.ts";
import { createReader, requiredList } from "./reading.ts";

export interface PagecallQuery {
  vendor: "pagecall";
  /** The room whose access records are wanted. */
  roomId: string;
  /** Only those of this user. */
  userId?: string | undefined;
  /** Only those that are connected now (true), or no longer (false). */
  online?: boolean | undefined;
}

/** Who was connected to a room, ever: its Sessions, in the vendor's order. */
export async function listPagecallAttendances(
  client: PagecallClient,
  { roomId, userId, online }: PagecallQuery,
  options: CallOptions | undefined,
): Promise<PagecallAttendance[]> {
  const input = { path: { room_id: roomId }, query: { user_id: userId, is_connecting: online } };
  const { data: body, response } = await client.getRoomSessions(input, options).withResponse();
  const origin = { operation: "getRoomSessions", status: response.status };
  return requiredList(body.sessions, "sessions", origin).map((raw, index) => {
    const session = createReader(raw, `sessions[${index}]`, origin);
    const leftAt = session.date("disconnected_at");
    return {
      vendor: "pagecall",
      id: session.requiredText("id"),
      roomId,
      memberId: session.text("member_id"),
      userId: session.text("user_id"),
      joinedAt: session.date("connected_at"),
      leftAt,
      online: leftAt === undefined,
      raw,
    };
  });
}
