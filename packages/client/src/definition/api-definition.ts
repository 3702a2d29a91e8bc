import type { Environment } from "../options/environment.ts";
import type { Access, SetUpOptions } from "./access.ts";
import type { OperationDefinition } from "./operation-definition.ts";
import type { SchemeDefinition } from "./scheme-definition.ts";
import type { Serializers } from "./serializers.ts";

import type { ServerDefinition } from "./server-definition.ts";

/**
 * What the generator writes for each vendor and the client reads at run time. Operations are plain data, so that one
 * more costs a user's bundle about a hundred bytes.
 */
export interface ApiDefinition {
  /** The spec's first server, without a slash at its end. */
  readonly baseUrl: string;
  /** What few APIs need, and no other's bundle carries. */
  readonly serializers?: Serializers;
  /** Where and with what credentials it is called. Default: one bearer key. */
  readonly setUp?: SetUp;
  /** Options that this API has beside those of every client, by name: each stands for itself. */
  readonly options?: Readonly<Record<string, "">>;
  /** Security schemes by name, where there are others than one bearer key. */
  readonly schemes?: Readonly<Record<string, SchemeDefinition>>;
  /** The scheme that the option `apiKey` serves. */
  readonly primary?: string;
  /** The spec's servers, where a caller has a choice. */
  readonly servers?: readonly ServerDefinition[];
  /** By method name (`viewRoomSession`). */
  readonly operations: Readonly<Record<string, OperationDefinition>>;
}

/**
 * Makes of a client's options what says where and with what credentials it calls. Default: one bearer key.
 *
 * @throws {ConfigError} when an option can't be right, or there is no credential
 */
export type SetUp = (api: ApiDefinition, environment: Environment, options: SetUpOptions) => Partial<Access>;
