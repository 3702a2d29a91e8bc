import type { ReactNode } from "react";
import { sessions } from "../lib/sessions";

export const dynamic = "force-dynamic";

/** Who was in the room of the document's own example. */
export default async function Page(): Promise<ReactNode> {
  const rows = await sessions.listAttendances({ vendor: "pagecall", roomId: "000585f36eed9e8fb6b655b4" });
  return (
    <main>
      <h1>Attendances</h1>
      <ul>
        {rows.map(({ id, memberId, joinedAt, online }) => (
          <li key={id}>
            {memberId} since {joinedAt?.toISOString()}, {online ? "online" : "gone"}
          </li>
        ))}
      </ul>
    </main>
  );
}
