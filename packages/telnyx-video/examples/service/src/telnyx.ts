import { SpanStatusCode, trace } from "@opentelemetry/api";
import { createTelnyxVideo, type ClientEvent, type RoomSession } from "@x/telnyx-video";

const tracer = trace.getTracer("telnyx-video");

const telnyx = createTelnyxVideo({
  // Somebody waits: rather an error soon than a response late.
  timeoutMs: 2_000,
  totalTimeoutMs: 5_000,
  maxRetries: 2,
  onEvent: tell,
});

/** A room session, as a span of its own with an event for each attempt. */
export async function findSession(
  room_session_id: string,
  options?: { headers?: Record<string, string>; signal?: AbortSignal },
): Promise<RoomSession | undefined> {
  return tracer.startActiveSpan("viewRoomSession", async (span) => {
    try {
      return (await telnyx.viewRoomSession({ path: { room_session_id } }, options)).data;
    } catch (error) {
      const { name, message } = error as Error;
      // An error of the client holds no key.
      span.setStatus({ code: SpanStatusCode.ERROR, message: `${name}: ${message}` });
      throw error;
    } finally {
      span.end();
    }
  });
}

/** What the client does, on the span of the call: events come in the context of whoever called. */
function tell({ type, ...details }: ClientEvent): void {
  const attributes = Object.entries(details).filter(
    (entry): entry is [string, string | number] => entry[1] !== undefined,
  );
  trace.getActiveSpan()?.addEvent(type, Object.fromEntries(attributes));
}
