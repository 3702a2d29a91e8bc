import type { ClientOptions } from "../options/options.ts";
import type { CallParts } from "./call-parts.ts";

/** What an API's set-up is made of. */
export interface SetUpOptions extends Pick<ClientOptions, "apiKey" | "baseUrl" | "dangerouslyAllowInsecureHttp"> {
  /** By security scheme. */
  readonly credentials?: unknown;
  /** Values of the variables of servers, and which of several is called. */
  readonly server?: unknown;
}

/** Where and with what credentials a client calls. */
export interface Access {
  readonly baseUrl: string;
  /**
   * Puts on an attempt what its operation's `security` asks for, and into the call's `keys` what must not show in a
   * message.
   *
   * @param headers - the attempt's, with the caller's in it; gets the credentials'
   * @returns where it is sent, if not to the call's URL: a server of the operation's own, keys that go in the query
   * @throws {ConfigError} when there is nothing that it asks for
   */
  readonly key: (call: Target, headers: Record<string, string>) => Granted | Promise<Granted>;
  /** The headers that are the client's. Default: `authorization` and those of transport. */
  readonly reserved?: Pick<RegExp, "test">;
}

/** What is asked of a call before it is sent. */
export type Target = Pick<CallParts, "operation" | "definition" | "url" | "keys">;

/** The URL of an attempt, where it is not its call's. */
export type Granted = string | undefined;
