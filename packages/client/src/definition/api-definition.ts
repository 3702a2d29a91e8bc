import type { OperationDefinition } from "./operation-definition.ts";
import type { Serializers } from "./serializers.ts";

/**
 * What the generator writes for each vendor and the client reads at run time. Operations are plain data, so that one
 * more costs a user's bundle about a hundred bytes.
 */
export interface ApiDefinition {
  /** The spec's first server, without a slash at its end. */
  readonly baseUrl: string;
  /** What few APIs need, and no other's bundle carries. */
  readonly serializers?: Serializers;
  /** By method name (`viewRoomSession`). */
  readonly operations: Readonly<Record<string, OperationDefinition>>;
}
