import { openapiFetch as create, type Client } from "@x/client/openapi-fetch";
import type { paths } from "./generated/schema.ts";
import type { PagecallClient } from "./index.ts";

export { wrapAsPathBasedClient, type Client, type Middleware, type PathBasedClient } from "@x/client/openapi-fetch";
export type { paths } from "./generated/schema.ts";

/**
 * openapi-fetch's own client of Pagecall, middleware and all, over the transport of a client: its key, base URL,
 * deadlines, retries and guards.
 *
 * @throws {ConfigError} when it is given anything but a client, or options: they are the client's
 */
export const openapiFetch: (client: PagecallClient) => Client<paths> = create;
