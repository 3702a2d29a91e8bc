import { createTelnyxVideo } from "@x/telnyx-video";
import { openapiFetch } from "@x/telnyx-video/openapi-fetch";

// An application as users write it: what it reads and sends must go on compiling. No test of exact types, so that a
// property or an error more does it no harm.
const telnyx = createTelnyxVideo({ apiKey: process.env["TELNYX_API_KEY"] });

export async function report(room_session_id: string): Promise<string[]> {
  const { data: session } = await telnyx.viewRoomSession({
    path: { room_session_id },
    query: { include_participants: true },
  });
  const lines: string[] = [];
  const active: boolean = session?.active ?? false;
  const times: (string | undefined)[] = [session?.created_at, session?.updated_at, session?.ended_at];
  lines.push(session?.id ?? "", session?.room_id ?? "", session?.record_type ?? "", String(active));
  for (const time of times) lines.push(time?.slice(0, 10) ?? "");
  for (const participant of session?.participants ?? []) {
    const { id, session_id, context, joined_at, updated_at, left_at, record_type } = participant;
    lines.push(id?.toUpperCase() ?? "", session_id?.trim() ?? "", context?.trim() ?? "", record_type?.trim() ?? "");
    for (const time of [joined_at, updated_at, left_at]) lines.push(time?.slice(0, 10) ?? "");
  }
  return lines;
}

export async function reason(room_session_id: string): Promise<string> {
  try {
    await telnyx.viewRoomSession({ path: { room_session_id } });
    return "";
  } catch (error) {
    if (!telnyx.viewRoomSession.isError(error) || error.status !== 404) throw error;
    const { code, title, detail, source } = error.body;
    return [code.trim(), title.trim(), detail?.trim(), source?.pointer?.trim(), source?.parameter?.trim()].join(" ");
  }
}

export async function isActive(room_session_id: string): Promise<boolean | undefined> {
  const params = { path: { room_session_id }, query: { include_participants: false } };
  const { data } = await openapiFetch(telnyx).GET("/room_sessions/{room_session_id}", { params });
  return data?.data?.active;
}
