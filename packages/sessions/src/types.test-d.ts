import { expectTypeOf } from "vitest";
import { createSessions, pagecall, telnyxVideo, type Attendance } from "./index.ts";

// Both vendors: each query has its own rows, and `raw` the vendor's type.
const both = createSessions({ telnyxVideo: {}, pagecall: {} });
const telnyxRows = await both.listAttendances({ vendor: "telnyxVideo", roomSessionId: "x" });
expectTypeOf(telnyxRows[0]!.raw).toEqualTypeOf<telnyxVideo.RoomParticipant>();
const pagecallRows = await both.listAttendances({ vendor: "pagecall", roomId: "x", userId: undefined, online: true });
expectTypeOf(pagecallRows[0]!.raw).toEqualTypeOf<pagecall.Session>();

// The common type narrows by vendor, which is a key of the clients.
declare const row: Attendance;
if (row.vendor === "pagecall") expectTypeOf(row.raw.member_id).toEqualTypeOf<string>();
expectTypeOf(both[row.vendor]).toEqualTypeOf<pagecall.PagecallClient | telnyxVideo.TelnyxVideoClient>();
expectTypeOf(row.joinedAt).toEqualTypeOf<Date | undefined>();

// Clients that are already built, options that may be undefined.
createSessions({ telnyxVideo: telnyxVideo.createTelnyxVideo(), pagecall: pagecall.createPagecall() });
createSessions({ telnyxVideo: { apiKey: process.env["TELNYX_API_KEY"] }, pagecall: undefined });
void both.listAttendances({ vendor: "pagecall", roomId: "x" }, { signal: undefined });

// A vendor that is left out is not there, nor can it be listed.
const alone = createSessions({ pagecall: {} });
// @ts-expect-error -- not configured
void alone.telnyxVideo;
// @ts-expect-error -- not configured
void alone.listAttendances({ vendor: "telnyxVideo", roomSessionId: "x" });
const telnyxAlone = createSessions({ telnyxVideo: {} });
// @ts-expect-error -- not configured
void telnyxAlone.pagecall;

// @ts-expect-error -- a misspelt vendor
createSessions({ telnyx: {}, pagecall: {} });
// @ts-expect-error -- no vendor
createSessions({});
// @ts-expect-error -- an id of the other vendor
void both.listAttendances({ vendor: "pagecall", roomSessionId: "x" });
// @ts-expect-error -- an unknown filter
void both.listAttendances({ vendor: "telnyxVideo", roomSessionId: "x", online: true });
// @ts-expect-error -- a RoomSession is no Attendance
const wrong: Attendance = {} as telnyxVideo.RoomSession;
void wrong;
