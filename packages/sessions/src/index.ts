export * as pagecall from "@x/pagecall";
export * as telnyxVideo from "@x/telnyx-video";
export {
  AbortError,
  ApiError,
  ConfigError,
  ConnectionError,
  ResponseError,
  SdkError,
  TimeoutError,
  pages,
} from "@x/telnyx-video";
export type { Attendance, AttendanceBase, PagecallAttendance, TelnyxVideoAttendance } from "./attendance.ts";
export { createSessions, type PagecallSessions, type Sessions, type TelnyxVideoSessions } from "./create-sessions.ts";
export type { PagecallQuery } from "./pagecall.ts";
export type { TelnyxVideoQuery } from "./telnyx-video.ts";
