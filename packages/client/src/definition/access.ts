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
   * What an attempt of an operation that has a `security` is sent with.
   *
   * @param headers - the caller's
   * @throws {ConfigError} when there is nothing that it asks for
   */
  readonly key: (call: Target, headers: Readonly<Record<string, string>>) => Granted | Promise<Granted>;
  /** The headers that are the client's. Default: `authorization` and those of transport. */
  readonly reserved?: Pick<RegExp, "test">;
}

/** What is asked of a call before it is sent. */
export type Target = Pick<CallParts, "operation" | "definition" | "url" | "keys">;

/** What an attempt is sent with. */
export interface Granted {
  /** What must not show in a message. */
  readonly keys: readonly string[];
  /** By name in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Where it is sent: a server of the operation's own, keys that go in the query. Default: the call's. */
  readonly url?: string;
}
