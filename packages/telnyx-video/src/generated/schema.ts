// Generated from specs/telnyx-video.yaml by `pnpm generate`. Do not edit.

export interface paths {
    "/room_sessions/{room_session_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** View a room session. */
        get: operations["ViewRoomSession"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * @example {
         *       "id": "7b61621f-62e0-4aad-ab11-9fd19e272e73",
         *       "room_id": "7b61621f-5fe4-4aad-ab11-9fd19e272e73",
         *       "active": false,
         *       "created_at": "2021-04-16T09:46:20.954863Z",
         *       "updated_at": "2021-04-16T10:24:55.962200Z",
         *       "ended_at": "2021-04-16T10:24:55.962200Z",
         *       "participants": [],
         *       "record_type": "room_session"
         *     }
         */
        RoomSession: {
            /**
             * Format: uuid
             * @description A unique identifier for the room session.
             * @example 0ccc7b54-4df3-4bca-a65a-3da1ecc777f0
             */
            id?: string;
            /**
             * Format: uuid
             * @description Identify the room hosting that room session.
             * @example 0ccc7b54-4df3-4bca-a65a-3da1ecc777b0
             */
            room_id?: string;
            /**
             * @description Shows if the room session is active or not.
             * @example false
             */
            active?: boolean;
            /**
             * Format: date-time
             * @description ISO 8601 timestamp when the room session was created.
             * @example 2021-03-26T17:51:59.588408Z
             */
            created_at?: string;
            /**
             * Format: date-time
             * @description ISO 8601 timestamp when the room session was updated.
             * @example 2021-03-26T17:51:59.588408Z
             */
            updated_at?: string;
            /**
             * Format: date-time
             * @description ISO 8601 timestamp when the room session has ended.
             * @example 2021-03-26T17:51:59.588408Z
             */
            ended_at?: string;
            participants?: components["schemas"]["RoomParticipant"][];
            /** @example room_session */
            readonly record_type?: string;
        };
        video_Error: {
            code: string;
            title: string;
            detail?: string;
            source?: {
                /** @description JSON pointer (RFC6901) to the offending entity. */
                pointer?: string;
                /** @description Indicates which query parameter caused the error. */
                parameter?: string;
            };
            meta?: {
                [key: string]: unknown;
            };
        };
        /**
         * @example {
         *       "id": "7b61621f-62e0-4aad-ab11-9fd19e272e73",
         *       "session_id": "7b61621f-5fe4-4aad-ab11-9fd19e272e73",
         *       "context": "Alice",
         *       "joined_at": "2021-04-16T09:46:20.954863Z",
         *       "updated_at": "2021-04-16T10:24:55.962200Z",
         *       "left_at": "2021-04-16T10:24:55.962200Z",
         *       "record_type": "room_participant"
         *     }
         */
        RoomParticipant: {
            /**
             * Format: uuid
             * @description A unique identifier for the room participant.
             * @example 0ccc7b54-4df3-4bca-a65a-3da1ecc777f0
             */
            id?: string;
            /**
             * Format: uuid
             * @description Identify the room session that participant is part of.
             * @example 0ccc7b54-4df3-4bca-a65a-3da1ecc777b0
             */
            session_id?: string;
            /**
             * @description Context provided to the given participant through the client SDK
             * @example Alice
             */
            context?: string;
            /**
             * Format: date-time
             * @description ISO 8601 timestamp when the participant joined the session.
             * @example 2021-03-26T17:51:59.588408Z
             */
            joined_at?: string;
            /**
             * Format: date-time
             * @description ISO 8601 timestamp when the participant was updated.
             * @example 2021-03-26T17:51:59.588408Z
             */
            updated_at?: string;
            /**
             * Format: date-time
             * @description ISO 8601 timestamp when the participant left the session.
             * @example 2021-03-26T17:51:59.588408Z
             */
            left_at?: string;
            /** @example room_participant */
            readonly record_type?: string;
        };
    };
    responses: {
        /** @description Get room session response. */
        GetRoomSessionResponse: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": {
                    data?: components["schemas"]["RoomSession"];
                };
            };
        };
        /** @description Resource not found */
        video_ResourceNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["video_Error"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    ViewRoomSession: {
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
            200: components["responses"]["GetRoomSessionResponse"];
            404: components["responses"]["video_ResourceNotFound"];
        };
    };
}
