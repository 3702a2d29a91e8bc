export { openapiFetch } from "./openapi-fetch/openapi-fetch.ts";
export { wrapAsPathBasedClient, type Client, type Middleware, type PathBasedClient } from "./openapi-fetch/library.ts";
