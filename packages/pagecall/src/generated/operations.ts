// Generated from specs/pagecall.yaml by `pnpm generate`. Do not edit.

import type { ApiDefinition, ApiError, Operation } from "@x/client";
import type { paths } from "./schema.ts";

/** The operations of the API, a method each. */
interface Api {
  /**
   * Get Sessions in a Room
   *
   * Get a list of sessions in a meeting room
   *
   * `GET /rooms/{room_id}/sessions`
   */
  getRoomSessions: Operation<GetRoomSessionsInput, GetRoomSessionsOutput, GetRoomSessionsError>;
}

export interface GetRoomSessionsInput {
  path: {
    room_id: paths["/rooms/{room_id}/sessions"]["get"]["parameters"]["path"]["room_id"];
  };
  query?: {
    /** (Optional) Filter by user_id */
    user_id?: NonNullable<paths["/rooms/{room_id}/sessions"]["get"]["parameters"]["query"]>["user_id"] | undefined;
    /** (Optional) Filter by their online status */
    is_connecting?: NonNullable<paths["/rooms/{room_id}/sessions"]["get"]["parameters"]["query"]>["is_connecting"] | undefined;
  } | undefined;
}
export type GetRoomSessionsOutput = paths["/rooms/{room_id}/sessions"]["get"]["responses"][200]["content"]["application/json"];
export type GetRoomSessionsError = ApiError<400, unknown> | ApiError<500, unknown>;

/** Options of this API beside those of every client. */
export interface ApiOptions {}

/** What the client reads of the API at run time. */
const Api: ApiDefinition = {
  baseUrl: "https://api.pagecall.com/v1",
  operations: {
    getRoomSessions: { method: "GET", path: "/rooms/{room_id}/sessions", parameters: { path: { room_id: "string" }, query: { user_id: "string", is_connecting: "boolean" } }, responses: { 200: "object", 400: "none", 500: "none" }, security: "bearer" },
  },
};

export default Api;
