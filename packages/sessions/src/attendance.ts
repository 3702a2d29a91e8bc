import type { Session } from "@x/pagecall";
import type { RoomParticipant } from "@x/telnyx-video";

/**
 * One connection of one person: a Telnyx RoomParticipant or a Pagecall Session. What a vendor does not say, or leaves
 * empty (absent, null or ""), is undefined.
 */
export interface AttendanceBase {
  /** The vendor's id of this connection. */
  id: string;
  /** The room: Telnyx `room_id` of the session; Pagecall, the room that was asked for. */
  roomId?: string | undefined;
  /** One occurrence of the room: Telnyx `session_id`. Pagecall has no such thing. */
  occurrenceId?: string | undefined;
  /** The person's membership in the room: Pagecall `member_id`. Telnyx has no such thing. */
  memberId?: string | undefined;
  /** The integrator's own id of the person: Pagecall `user_id`, absent for an anonymous one. */
  userId?: string | undefined;
  /** What the person is shown as: Telnyx `context`. */
  label?: string | undefined;
  /** When the connection began: Telnyx `joined_at`, Pagecall `connected_at`. */
  joinedAt?: Date | undefined;
  /** When it ended: Telnyx `left_at`, Pagecall `disconnected_at`. */
  leftAt?: Date | undefined;
  /** Pagecall: not disconnected. Telnyx: not left, and the session has not ended. */
  online: boolean;
}

export interface TelnyxVideoAttendance extends AttendanceBase {
  vendor: "telnyxVideo";
  /** The vendor's object, untouched. */
  raw: RoomParticipant;
}

export interface PagecallAttendance extends AttendanceBase {
  vendor: "pagecall";
  /** The vendor's object, untouched. */
  raw: Session;
}

/** Narrow by `vendor` to get the type of `raw`. */
export type Attendance = TelnyxVideoAttendance | PagecallAttendance;
