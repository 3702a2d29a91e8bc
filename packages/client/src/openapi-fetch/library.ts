import * as library from "openapi-fetch";
import type { Client, ClientOptions, Middleware, PathBasedClient } from "openapi-fetch";

export type { Client, Middleware, PathBasedClient };

// The one file that imports it at run time. Its CommonJS form has the function under `default`, whatever its
// declarations say, and those export no values by name: hence the types are written out.
const given = library.default as typeof library.default & { default?: typeof library.default };

/** openapi-fetch's own `createClient`. */
export const createClient: <Paths extends {}>(options?: ClientOptions) => Client<Paths> = given.default ?? given;

/** openapi-fetch's own: `wrapAsPathBasedClient(http)["/rooms/{id}"].GET(…)`. */
export const wrapAsPathBasedClient: <Paths extends {}>(client: Client<Paths>) => PathBasedClient<Paths> =
  library.wrapAsPathBasedClient;
