import { startMock, type Mock } from "@x/mock";
import { createSessions, type Attendance, type Sessions } from "@x/sessions";
import { join } from "node:path";
import { table } from "./terminal/table.ts";
import { root } from "./workspace/files.ts";
import { runCommand } from "./terminal/run-command.ts";
import { bold, dim, green } from "./terminal/style.ts";
import { say } from "./terminal/say.ts";

/** The ids that the vendors' own examples use. */
const ROOM_SESSION_ID = "0ccc7b54-4df3-4bca-a65a-3da1ecc777f0";
const ROOM_ID = "000585f36eed9e8fb6b655b4";

/** `npm start`: both vendors called through the built packages, against mocks of their own specs. */
await runCommand(async () => {
  const started = performance.now();
  say(dim("Starting a Prism mock server from each spec…\n"));
  const starting = ["telnyx-video", "pagecall"].map((name) => startMock(join(root, `specs/${name}.yaml`), { seed: 7 }));
  await using mocks = new AsyncDisposableStack();
  const [telnyxVideo, pagecall] = (await Promise.all(starting)).map((mock) => mocks.use(mock)) as [Mock, Mock];
  say(`  telnyx-video  ${telnyxVideo.url}\n  pagecall      ${pagecall.url}\n`);
  const sessions = createSessions({
    telnyxVideo: { apiKey: "demo-key", baseUrl: telnyxVideo.url },
    pagecall: { apiKey: "demo-key", baseUrl: pagecall.url },
  });
  await showResponses(sessions);
  await showError(sessions);
  await showAttendances(sessions);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  say(`\n${green("✓")} Both vendors responded, typed, in ${seconds} s. Next: \`pnpm mock\`, or the README.\n`);
});

async function showResponses({ telnyxVideo, pagecall }: Sessions): Promise<void> {
  heading("Telnyx Video", `telnyx.viewRoomSession({ path: { room_session_id: "${ROOM_SESSION_ID}" } })`);
  const { data: session } = await telnyxVideo.viewRoomSession({
    path: { room_session_id: ROOM_SESSION_ID },
    query: { include_participants: true },
  });
  print(session);
  heading("Pagecall", `pagecall.getRoomSessions({ path: { room_id: "${ROOM_ID}" } })`);
  const { sessions } = await pagecall.getRoomSessions({ path: { room_id: ROOM_ID }, query: { is_connecting: true } });
  print(sessions);
}

async function showError({ telnyxVideo: { viewRoomSession } }: Sessions): Promise<void> {
  heading("A typed 404", "catch (error) { if (telnyx.viewRoomSession.isError(error)) … }");
  try {
    // Prism responds with the documented status that `Prefer` names.
    await viewRoomSession({ path: { room_session_id: ROOM_SESSION_ID } }, { headers: { prefer: "code=404" } });
  } catch (error) {
    if (!viewRoomSession.isError(error)) throw error;
    say(`${error.name}: ${error.message}\n`);
    say(dim('(the spec has no example of this body, so Prism fills it with "string")\n'));
    print({ status: error.status, code: error.code, body: error.body });
  }
}

async function showAttendances(sessions: Sessions): Promise<void> {
  heading("One view of both", "sessions.listAttendances({ vendor, … })");
  const rows: Attendance[] = [
    // The spec's example of a session has no participants: Prism is asked to make some up from the schema.
    ...(await sessions.listAttendances(
      { vendor: "telnyxVideo", roomSessionId: ROOM_SESSION_ID },
      { headers: { prefer: "dynamic=true" } },
    )),
    ...(await sessions.listAttendances({ vendor: "pagecall", roomId: ROOM_ID })),
  ];
  say(
    table(
      ["vendor", "id", "who", "joined (UTC)", "left (UTC)", "online"],
      rows.map((row) => [
        row.vendor,
        row.id,
        row.label ?? row.userId ?? "–",
        minute(row.joinedAt),
        minute(row.leftAt),
        row.online ? "yes" : "no",
      ]),
    ),
  );
}

function minute(date: Date | undefined): string {
  return date?.toISOString().slice(0, 16).replace("T", " ") ?? "–";
}

function heading(title: string, code: string): void {
  say(`\n${bold(title)}  ${dim(code)}\n`);
}

function print(value: unknown): void {
  say(`${JSON.stringify(value, null, 2)}\n`);
}
