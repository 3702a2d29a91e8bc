/** What the client tells `onEvent`: names and numbers, never a URL, an id, a header or a key. */
export type ClientEvent = RequestEvent | ResponseEvent | RetryEvent;

/** What all events have in common. */
export interface EventBase {
  /** Method name: `viewRoomSession`. */
  operation: string;
  /** HTTP method: `GET`. */
  method: string;
  /** Path template as in the spec: `/room_sessions/{room_session_id}`. */
  path: string;
  /** 1 for the first attempt. */
  attempt: number;
}

/** An attempt is about to be sent. */
export interface RequestEvent extends EventBase {
  type: "request";
}

/** An attempt got its response, whole and readable; the status may be an error's. */
export interface ResponseEvent extends EventBase {
  type: "response";
  status: number;
  /** Milliseconds from the start of the attempt until its body was read. */
  durationMs: number;
}

/** An attempt failed and will be followed by another. */
export interface RetryEvent extends EventBase {
  type: "retry";
  /** Milliseconds until the next attempt. */
  delayMs: number;
  /** Name of the error that the attempt failed with: `TimeoutError`. */
  reason: string;
  /** Status of the response, where there was one. */
  status: number | undefined;
}
