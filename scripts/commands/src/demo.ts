import { startMock, type Mock } from "@x/mock";
import { ConfigError, createSessions, type Attendance, type Sessions } from "@x/sessions";
import { join } from "node:path";
import { table } from "./terminal/table.ts";
import { root } from "./workspace/files.ts";
import { runCommand } from "./terminal/run-command.ts";
import { bold, dim, green } from "./terminal/style.ts";
import { say } from "./terminal/say.ts";

/** The ids that the vendors' own examples use. */
const ROOM_SESSION_ID = "0ccc7b54-4df3-4bca-a65a-3da1ecc777f0";
const ROOM_ID = "000585f36eed9e8fb6b655b4";

/** `npm start`: both vendors called through the built packages, against mocks of their own documents. */
await runCommand(async () => {
  const started = performance.now();
  say("\nNo key and no network: a mock server of each vendor's own API document answers on this machine.\n");
  const starting = ["telnyx-video", "pagecall"].map((name) => startMock(join(root, `specs/${name}.yaml`), { seed: 7 }));
  await using mocks = new AsyncDisposableStack();
  const [telnyxVideo, pagecall] = (await Promise.all(starting)).map((mock) => mocks.use(mock)) as [Mock, Mock];
  const sessions = createSessions({
    telnyxVideo: { apiKey: "demo-key", baseUrl: telnyxVideo.url },
    pagecall: { apiKey: "demo-key", baseUrl: pagecall.url },
  });
  await showResponses(sessions);
  await showErrors(sessions);
  await showAttendances(sessions);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  say(`\n${green("✓")} Two vendors called, two errors caught and one table made of both, in ${seconds} s.\n`);
  say(`\nNext:
  npm run tarballs   packs the packages, and says how to install them in a project of yours
  npm test           every test that an edit has to pass, in about a minute
  README.md          the first call in your own code, options, and contract tests in your CI
`);
});

async function showResponses({ telnyxVideo, pagecall }: Sessions): Promise<void> {
  heading(
    "1. Telnyx Video: a room session",
    `telnyx.viewRoomSession({ path: { room_session_id: "${ROOM_SESSION_ID}" } })`,
  );
  const { data: session } = await telnyxVideo.viewRoomSession({
    path: { room_session_id: ROOM_SESSION_ID },
    query: { include_participants: true },
  });
  print(session);
  heading("2. Pagecall: the sessions of a room", `pagecall.getRoomSessions({ path: { room_id: "${ROOM_ID}" } })`);
  const { sessions } = await pagecall.getRoomSessions({ path: { room_id: ROOM_ID }, query: { is_connecting: true } });
  print(sessions);
}

async function showErrors({ telnyxVideo: { viewRoomSession } }: Sessions): Promise<void> {
  const path = { room_session_id: ROOM_SESSION_ID };
  heading("3. Two errors, as your code sees them", "catch (error) { … }");
  // What TypeScript would not let through, as JavaScript may write it.
  const misspelt = { path, query: { include_participant: true } } as object as Parameters<typeof viewRoomSession>[0];
  try {
    await viewRoomSession(misspelt);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    say(`A name that is wrong, before anything is sent:\n  ${error.name}: ${error.message}\n`);
  }
  try {
    // The mock responds with the documented status that `prefer` names.
    await viewRoomSession({ path }, { headers: { prefer: "code=404" } });
  } catch (error) {
    if (!viewRoomSession.isError(error)) throw error;
    const { name, status, code, body } = error;
    say('A documented 404, its body typed (the document gives no example of it, so the mock writes "string"):\n');
    say(`  ${name}: ${error.message}\n  ${JSON.stringify({ status, code, "body.detail": body.detail })}\n`);
  }
}

async function showAttendances(sessions: Sessions): Promise<void> {
  heading("4. Both in one table: who was connected, and when", "sessions.listAttendances({ vendor, … })");
  const rows: Attendance[] = [
    // The example of a session has no participants: the mock is asked to make some up.
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
