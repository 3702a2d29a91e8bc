// Generated from specs/pagecall.yaml by `pnpm generate`. Do not edit.

import type { Session } from "./models.ts";

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
        get: {
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
                            sessions?: Session[];
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
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
