// Generated from specs/telnyx-video.yaml by `pnpm generate`. Do not edit.

/**
 * @example {
 *       "context": "Alice",
 *       "id": "7b61621f-62e0-4aad-ab11-9fd19e272e73",
 *       "joined_at": "2021-04-16T09:46:20.954863Z",
 *       "left_at": "2021-04-16T10:24:55.962200Z",
 *       "record_type": "room_participant",
 *       "session_id": "7b61621f-5fe4-4aad-ab11-9fd19e272e73",
 *       "updated_at": "2021-04-16T10:24:55.962200Z"
 *     }
 */
export type RoomParticipant = {
    /**
     * @description Context provided to the given participant through the client SDK
     * @example Alice
     */
    context?: string;
    /**
     * Format: uuid
     * @description A unique identifier for the room participant.
     * @example 0ccc7b54-4df3-4bca-a65a-3da1ecc777f0
     */
    id?: string;
    /**
     * Format: date-time
     * @description ISO 8601 timestamp when the participant joined the session.
     * @example 2021-03-26T17:51:59.588408Z
     */
    joined_at?: string;
    /**
     * Format: date-time
     * @description ISO 8601 timestamp when the participant left the session.
     * @example 2021-03-26T17:51:59.588408Z
     */
    left_at?: string;
    /** @example room_participant */
    readonly record_type?: string;
    /**
     * Format: uuid
     * @description Identify the room session that participant is part of.
     * @example 0ccc7b54-4df3-4bca-a65a-3da1ecc777b0
     */
    session_id?: string;
    /**
     * Format: date-time
     * @description ISO 8601 timestamp when the participant was updated.
     * @example 2021-03-26T17:51:59.588408Z
     */
    updated_at?: string;
};
/**
 * @example {
 *       "active": false,
 *       "created_at": "2021-04-16T09:46:20.954863Z",
 *       "ended_at": "2021-04-16T10:24:55.962200Z",
 *       "id": "7b61621f-62e0-4aad-ab11-9fd19e272e73",
 *       "participants": [],
 *       "record_type": "room_session",
 *       "room_id": "7b61621f-5fe4-4aad-ab11-9fd19e272e73",
 *       "updated_at": "2021-04-16T10:24:55.962200Z"
 *     }
 */
export type RoomSession = {
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
     * @description ISO 8601 timestamp when the room session has ended.
     * @example 2021-03-26T17:51:59.588408Z
     */
    ended_at?: string;
    /**
     * Format: uuid
     * @description A unique identifier for the room session.
     * @example 0ccc7b54-4df3-4bca-a65a-3da1ecc777f0
     */
    id?: string;
    participants?: RoomParticipant[];
    /** @example room_session */
    readonly record_type?: string;
    /**
     * Format: uuid
     * @description Identify the room hosting that room session.
     * @example 0ccc7b54-4df3-4bca-a65a-3da1ecc777b0
     */
    room_id?: string;
    /**
     * Format: date-time
     * @description ISO 8601 timestamp when the room session was updated.
     * @example 2021-03-26T17:51:59.588408Z
     */
    updated_at?: string;
};
export type video_Error = {
    code: string;
    detail?: string;
    meta?: {
        [key: string]: unknown;
    };
    source?: {
        /** @description Indicates which query parameter caused the error. */
        parameter?: string;
        /** @description JSON pointer (RFC6901) to the offending entity. */
        pointer?: string;
    };
    title: string;
};
