// A user's program: compiled by each TypeScript, as CommonJS and as ES module, then run against mocks of the specs in
// the packages.
import { createPagecall } from "@x/pagecall";
import { createSessions, type Attendance } from "@x/sessions";
import { ApiError, createTelnyxVideo, type RoomSession, type TelnyxVideoClient } from "@x/telnyx-video";
import { openapiFetch, type Client, type paths } from "@x/telnyx-video/openapi-fetch";

declare const process: { env: Record<string, string | undefined> };

/** What the vendors' own examples say. */
export interface Answers {
  active: boolean | string | undefined;
  id: string | undefined;
  member: string | undefined;
  title: string | undefined;
  rows: number;
}

export async function call(): Promise<Answers> {
  const apiKey: string | undefined = process.env["MOCK_KEY"];
  const telnyx: TelnyxVideoClient = createTelnyxVideo({ apiKey, baseUrl: process.env["TELNYX_VIDEO_URL"] });
  const pagecall = createPagecall({ apiKey, baseUrl: process.env["PAGECALL_URL"], timeoutMs: undefined });
  const path = { room_session_id: "0ccc7b54-4df3-4bca-a65a-3da1ecc777f0" };

  const { data } = await telnyx.viewRoomSession({ path, query: { include_participants: true } });
  const session: RoomSession | undefined = data;
  const active: boolean | undefined = session?.active;
  // @ts-expect-error A body is typed: this is no string.
  const wrong: string | undefined = session?.active;

  const { sessions } = await pagecall.getRoomSessions({ path: { room_id: "000585f36eed9e8fb6b655b4" } });
  const member: string | undefined = sessions?.[0]?.member_id;

  let title: string | undefined;
  try {
    await telnyx.viewRoomSession({ path }, { headers: { prefer: "code=404" } });
  } catch (error) {
    if (!telnyx.viewRoomSession.isError(error)) throw error;
    const status: 404 = error.status;
    title = error instanceof ApiError && status ? error.body.title : undefined;
  }

  const both = createSessions({ telnyxVideo: telnyx, pagecall });
  const rows: Attendance[] = await both.listAttendances({ vendor: "pagecall", roomId: "000585f36eed9e8fb6b655b4" });
  const http: Client<paths> = openapiFetch(telnyx);
  const raw = await http.GET("/room_sessions/{room_session_id}", { params: { path } });
  const id: string | undefined = raw.data?.data?.id;

  // What is refused at run time does not compile either.
  void [
    // @ts-expect-error The path parameter is missing.
    () => telnyx.viewRoomSession({}),
    // @ts-expect-error A parameter that the operation does not have.
    () => telnyx.viewRoomSession({ path, query: { include: true } }),
    // @ts-expect-error A parameter of the wrong type.
    () => pagecall.getRoomSessions({ path: { room_id: "1" }, query: { is_connecting: "yes" } }),
    // @ts-expect-error A vendor that was not configured.
    () => createSessions({ telnyxVideo: telnyx }).pagecall,
  ];
  return { active: active ?? wrong, id, member, title, rows: rows.length };
}
