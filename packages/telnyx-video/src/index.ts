import { createClient, type ClientOptions } from "@x/client";
import Api, { type ApiOptions } from "./generated/operations.ts";

export {
  AbortError,
  ApiError,
  ConfigError,
  ConnectionError,
  ResponseError,
  SdkError,
  TimeoutError,
  pages,
} from "@x/client";
export type { CallOptions, ClientEvent } from "@x/client";
export type * from "./generated/operations.ts";
export type * from "./generated/models.ts";

/** The environment variables that stand in for options. */
export const environment = { apiKey: "TELNYX_API_KEY", baseUrl: "TELNYX_BASE_URL" } as const;

export interface TelnyxVideoOptions extends ClientOptions, ApiOptions {
  /** Telnyx's API key, or a function that returns it. Default: the environment variable `TELNYX_API_KEY`. */
  apiKey?: ClientOptions["apiKey"];
}

/** The operations of Telnyx Video, a method each. */
export interface TelnyxVideoClient extends Api {}

/** @throws {ConfigError} at once, when an option can't be right or there is no key */
export function createTelnyxVideo(options?: TelnyxVideoOptions | undefined): TelnyxVideoClient {
  // The build puts the package's version in.
  return createClient<TelnyxVideoClient>(Api, environment, options, "x-telnyx-video/0.0.0");
}
