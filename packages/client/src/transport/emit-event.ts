import type { Call } from "../call.ts";
import type { ClientEvent, EventBase } from "../options/client-event.ts";

/** An event without what all events have in common. */
type OwnPart<Event> = Event extends ClientEvent ? Omit<Event, keyof EventBase> : never;

/** Tells the user's listener. A listener that throws or rejects never breaks a call. */
export function emit(
  { operation, definition: { method, path }, settings, attempt }: Call,
  event: OwnPart<ClientEvent>,
): void {
  try {
    const result = settings.onEvent?.({ operation, method, path, attempt, ...event }) as Promise<void> | undefined;
    result?.catch?.(() => {});
  } catch {
    // The listener's own fault; the call goes on.
  }
}
