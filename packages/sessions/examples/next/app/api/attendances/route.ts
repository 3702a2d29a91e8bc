import { ApiError } from "@x/sessions";
import { sessions } from "../../../lib/sessions";

export const dynamic = "force-dynamic";

/** `GET /api/attendances?room=…` */
export async function GET(request: Request): Promise<Response> {
  const roomId = new URL(request.url).searchParams.get("room");
  if (!roomId) return Response.json({ error: "which room?" }, { status: 400 });
  try {
    const rows = await sessions.listAttendances({ vendor: "pagecall", roomId });
    return Response.json(rows.map(({ id, joinedAt, online }) => ({ id, joinedAt, online })));
  } catch (error) {
    console.error(error);
    const status = error instanceof ApiError && error.status === 404 ? 404 : 502;
    return Response.json({ error: "the vendor can't tell" }, { status });
  }
}
