import type { FetchFunction } from "../options/options.ts";
import type { Transport, TransportRequest, TransportResponse } from "../transport/transport.ts";
import type { OperationDefinition } from "./operation-definition.ts";

/** The input of a call, by place. */
export interface CallInput {
  readonly path?: unknown;
  readonly query?: unknown;
  readonly header?: unknown;
  readonly body?: unknown;
  /** Of several media types, the one that the body is of. */
  readonly contentType?: unknown;
}

/** As much of a call as what tables import reads and changes. */
export interface CallParts {
  readonly operation: string;
  readonly definition: OperationDefinition;
  readonly settings: SendSettings;
  readonly idempotent: boolean;
  readonly url: string;
  /** Those of this call alone, by name in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: TransportRequest["body"];
  /** What says what the body is: no header of the caller's takes its place. */
  readonly typed?: Readonly<Record<string, string>> | undefined;
  /** Understands a response. Default: `readResponse`. */
  readonly read?: ((response: TransportResponse, bytes: Uint8Array, call: CallParts) => unknown) | undefined;
  /** The keys of its attempts, to be kept out of messages. */
  keys: readonly string[];
}

interface SendSettings {
  readonly fetch?: FetchFunction | undefined;
  readonly transport?: Transport | undefined;
}
