// Generated from specs/telnyx-video.yaml by `pnpm generate`. Do not edit.

import type { RoomSession, video_Error } from "./models.ts";

export interface paths {
    "/room_sessions/{room_session_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** View a room session. */
        get: {
            parameters: {
                query?: {
                    /** @description To decide if room participants should be included in the response. */
                    include_participants?: boolean;
                };
                header?: never;
                path: {
                    /** @description The unique identifier of a room session. */
                    room_session_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Get room session response. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data?: RoomSession;
                        };
                    };
                };
                /** @description Resource not found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": video_Error;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
