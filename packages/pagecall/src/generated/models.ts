// Generated from specs/pagecall.yaml by `pnpm generate`. Do not edit.

export type Session = {
    /**
     * @description Datetime when the session was established
     * @example 2023-01-01T01:00:00.000Z
     */
    connected_at?: string;
    /**
     * @description Datetime when the session was ended. It can be empty if the session is online.
     * @example 2023-01-01T01:30:00.000Z
     */
    disconnected_at?: string;
    /**
     * @description ID of the session
     * @example 000585f36eed9e8fb6b655b4
     */
    id: string;
    /**
     * @description ID for the member associated with the session
     * @example 000585f36eed9e8fb6b655b4
     */
    member_id: string;
    /**
     * @description ID for the user associated with the session. It can be empty if the session represents an anonymous user.
     * @example 000585f36eed9e8fb6b655b4
     */
    user_id?: string;
};
