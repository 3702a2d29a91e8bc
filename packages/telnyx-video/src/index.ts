import { createClient, type ClientOptions, type HttpClient } from "@x/client";
import { api, type Operations } from "./generated/operations.ts";
import type { paths } from "./generated/schema.ts";

export { AbortError, ApiError, ConfigError, ConnectionError, ResponseError, SdkError, TimeoutError } from "@x/client";
export type { CallOptions, ClientEvent } from "@x/client";
export { baseUrl } from "./generated/operations.ts";
export type * from "./generated/operations.ts";
export type * from "./generated/schema.ts";

export interface TelnyxVideoOptions extends ClientOptions {
  /** Telnyx's API key, or a function that returns it. Default: the environment variable `TELNYX_API_KEY`. */
  apiKey?: ClientOptions["apiKey"];
}

/** The operations of Telnyx Video, a method each; `http` calls them by method and path. */
export interface TelnyxVideoClient extends Operations {
  readonly http: HttpClient<paths>;
}

/** @throws {ConfigError} at once, when an option can't be right or there is no key */
export function createTelnyxVideo(options?: TelnyxVideoOptions | undefined): TelnyxVideoClient {
  return createClient<TelnyxVideoClient>(api, "TELNYX_API_KEY", options);
}
