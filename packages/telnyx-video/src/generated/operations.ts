// Generated from specs/telnyx-video.yaml by `pnpm generate`. Do not edit.

import type { ApiDefinition, ApiError, Operation } from "@x/client";
import type { paths } from "./schema.ts";

/** The operations of the API, a method each. */
interface Api {
  /**
   * View a room session.
   *
   * `GET /room_sessions/{room_session_id}`
   */
  viewRoomSession: Operation<ViewRoomSessionInput, ViewRoomSessionOutput, ViewRoomSessionError>;
}

export interface ViewRoomSessionInput {
  path: {
    /** The unique identifier of a room session. */
    room_session_id: paths["/room_sessions/{room_session_id}"]["get"]["parameters"]["path"]["room_session_id"];
  };
  query?: {
    /** To decide if room participants should be included in the response. */
    include_participants?: NonNullable<paths["/room_sessions/{room_session_id}"]["get"]["parameters"]["query"]>["include_participants"] | undefined;
  } | undefined;
}
export type ViewRoomSessionOutput = paths["/room_sessions/{room_session_id}"]["get"]["responses"][200]["content"]["application/json"];
export type ViewRoomSessionError = ApiError<404, paths["/room_sessions/{room_session_id}"]["get"]["responses"][404]["content"]["application/json"]>;

/** Options of this API beside those of every client. */
export interface ApiOptions {}

/** What the client reads of the API at run time. */
const Api: ApiDefinition = {
  baseUrl: "https://api.telnyx.com/v2",
  operations: {
    viewRoomSession: { method: "GET", path: "/room_sessions/{room_session_id}", parameters: { path: { room_session_id: "string" }, query: { include_participants: "boolean" } }, responses: { 200: "object", 404: "object" }, errorKeys: { 404: ["code", "title"] }, security: "bearer" },
  },
};

export default Api;
