import { createClient, type ClientOptions, type HttpClient } from "@x/client";
import { api, type Operations } from "./generated/operations.ts";
import type { paths } from "./generated/schema.ts";

export { AbortError, ApiError, ConfigError, ConnectionError, ResponseError, SdkError, TimeoutError } from "@x/client";
export type { CallOptions, ClientEvent } from "@x/client";
export { baseUrl } from "./generated/operations.ts";
export type * from "./generated/operations.ts";
export type * from "./generated/schema.ts";

export interface PagecallOptions extends ClientOptions {
  /** Pagecall's API key, or a function that returns it. Default: the environment variable `PAGECALL_API_KEY`. */
  apiKey?: ClientOptions["apiKey"];
}

/** The operations of Pagecall, a method each; `http` calls them by method and path. */
export interface PagecallClient extends Operations {
  readonly http: HttpClient<paths>;
}

/** @throws {ConfigError} at once, when an option can't be right or there is no key */
export function createPagecall(options?: PagecallOptions | undefined): PagecallClient {
  return createClient<PagecallClient>(api, "PAGECALL_API_KEY", options);
}
