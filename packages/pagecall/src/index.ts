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
export const environment = { apiKey: "PAGECALL_API_KEY", baseUrl: "PAGECALL_BASE_URL" } as const;

export interface PagecallOptions extends ClientOptions, ApiOptions {
  /** Pagecall's API key, or a function that returns it. Default: the environment variable `PAGECALL_API_KEY`. */
  apiKey?: ClientOptions["apiKey"];
}

/** The operations of Pagecall, a method each. */
export interface PagecallClient extends Api {}

/** @throws {ConfigError} at once, when an option can't be right or there is no key */
export function createPagecall(options?: PagecallOptions | undefined): PagecallClient {
  // The build puts the package's version in.
  return createClient<PagecallClient>(Api, environment, options, "x-pagecall/0.0.0");
}
