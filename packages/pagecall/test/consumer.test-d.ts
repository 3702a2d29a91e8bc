import { createPagecall } from "@x/pagecall";
import { openapiFetch } from "@x/pagecall/openapi-fetch";

// An application as users write it: what it reads and sends must go on compiling. No test of exact types, so that a
// property or an error more does it no harm.
const pagecall = createPagecall({ apiKey: process.env["PAGECALL_API_KEY"] });

export async function report(room_id: string, user_id: string): Promise<string[]> {
  const { sessions } = await pagecall.getRoomSessions({ path: { room_id }, query: { user_id, is_connecting: true } });
  const lines: string[] = [];
  for (const { id, member_id, user_id: user, connected_at, disconnected_at } of sessions ?? []) {
    const required: [string, string] = [id, member_id];
    const optional: (string | undefined)[] = [user, connected_at, disconnected_at];
    lines.push(...required, ...optional.map((text) => text?.trim() ?? ""));
  }
  return lines;
}

export async function reason(room_id: string): Promise<string> {
  try {
    await pagecall.getRoomSessions({ path: { room_id } });
    return "";
  } catch (error) {
    if (!pagecall.getRoomSessions.isError(error)) throw error;
    return error.status === 400 ? "refused" : error.status === 500 ? "failed" : "unknown";
  }
}

export async function count(room_id: string): Promise<number | undefined> {
  const params = { path: { room_id }, query: { is_connecting: false } };
  const { data } = await openapiFetch(pagecall).GET("/rooms/{room_id}/sessions", { params });
  return data?.sessions?.length;
}
