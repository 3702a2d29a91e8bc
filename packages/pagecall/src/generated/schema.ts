// Generated from specs/pagecall.yaml by `pnpm generate`. Do not edit.

export interface paths {
    "/rooms/{room_id}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 000585f36eed9e8fb6b655b4 */
                room_id: string;
            };
            cookie?: never;
        };
        /**
         * Get Sessions in a Room
         * @description Get a list of sessions in a meeting room
         */
        get: operations["GetRoomSessions"];
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
        Session: {
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
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    GetRoomSessions: {
        parameters: {
            query?: {
                /** @description (Optional) Filter by user_id */
                user_id?: string;
                /** @description (Optional) Filter by their online status */
                is_connecting?: boolean;
            };
            header?: never;
            path: {
                /** @example 000585f36eed9e8fb6b655b4 */
                room_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful operation */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        sessions?: components["schemas"]["Session"][];
                    };
                };
            };
            /** @description Invalid Parameters Supplied or Unauthenticated or Unauthorized */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation exception */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
