import type { CallOptions, TelnyxVideoClient } from "@x/telnyx-video";
import type { TelnyxVideoAttendance } from "./attendance.ts";
import { createReader, requiredList } from "./reading.ts";

export interface TelnyxVideoQuery {
  vendor: "telnyxVideo";
  /** The RoomSession whose participants are wanted. */
  roomSessionId: string;
}

/** Who was connected to one occurrence of a room: its RoomParticipants, in the vendor's order. */
export async function listTelnyxVideoAttendances(
  client: TelnyxVideoClient,
  { roomSessionId }: TelnyxVideoQuery,
  options: CallOptions | undefined,
): Promise<TelnyxVideoAttendance[]> {
  const input = { path: { room_session_id: roomSessionId }, query: { include_participants: true } };
  const { data: body, response } = await client.viewRoomSession(input, options).withResponse();
  const origin = { operation: "viewRoomSession", status: response.status };
  const session = createReader(body.data, "data", origin);
  const roomId = session.text("room_id");
  const sessionId = session.text("id");
  const ended = session.date("ended_at") !== undefined;
  return requiredList(body.data?.participants, "data.participants", origin).map((raw, index) => {
    const participant = createReader(raw, `data.participants[${index}]`, origin);
    const leftAt = participant.date("left_at");
    return {
      vendor: "telnyxVideo",
      id: participant.requiredText("id"),
      roomId,
      occurrenceId: participant.text("session_id") ?? sessionId,
      label: participant.text("context"),
      joinedAt: participant.date("joined_at"),
      leftAt,
      online: leftAt === undefined && !ended,
      raw,
    };
  });
}
