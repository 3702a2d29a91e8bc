/**
 * As much of undici's Dispatcher as is used: that of 7 and 8 alike, whatever copy it is of. Naming undici's own type would
 * tie the user to one of them.
 */
export interface Dispatcher {
  // What undici declares differs between its versions in members that are not used here.
  // oxlint-disable-next-line typescript/no-explicit-any
  dispatch(options: any, handler: any): boolean;
}

/** undici's Agent, of the pool that a transport has to itself. */
export interface Agent extends Dispatcher {
  close(): Promise<void>;
}

/** What undici hands to a handler to steer its request. */
export interface DispatchController {
  abort(reason: Error): void;
  pause(): void;
  resume(): void;
}

/** Headers by name in lower case; one that came several times has all its values. */
export type DispatchHeaders = Readonly<Record<string, string | string[] | undefined>>;

/** What undici calls as a request goes on. */
export interface DispatchHandler {
  onRequestStart(controller: DispatchController): void;
  onResponseStart(
    controller: DispatchController,
    status: number,
    headers: DispatchHeaders,
    statusText: string | undefined,
  ): void;
  onResponseData(controller: DispatchController, chunk: Uint8Array): void;
  onResponseEnd(controller: DispatchController): void;
  onResponseError(controller: DispatchController | null, error: Error): void;
}
