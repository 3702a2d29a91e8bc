import { servedSpecPath } from "@x/contract";
import { startMock, type Mock } from "@x/mock";
import { ApiError, createSessions, ResponseError, type Sessions } from "@x/sessions";
import { afterAll, beforeAll, expect, test } from "vitest";

const roomSessionId = "0ccc7b54-4df3-4bca-a65a-3da1ecc777f0";
const roomId = "000585f36eed9e8fb6b655b4";
const requests: string[] = [];
let mocks: Mock[];
let sessions: Sessions;

beforeAll(async () => {
  mocks = await Promise.all(["telnyx-video", "pagecall"].map((name) => startMock(servedSpecPath(name))));
  const [telnyxVideo, pagecall] = mocks.map(({ url }) => ({
    apiKey: "key",
    baseUrl: url,
    maxRetries: 0,
    fetch: (target: string, init: RequestInit) => {
      requests.push(target.slice(url.length));
      return fetch(target, init);
    },
  }));
  sessions = createSessions({ telnyxVideo: telnyxVideo ?? {}, pagecall: pagecall ?? {} });
});
afterAll(() => Promise.all(mocks.map((mock) => mock.close())));

// Examples are no promise: tomorrow's specs may have others. A property more does no harm.
test.skipIf(process.env["CONTRACT_SPEC_DIR"])("lists the attendances of both vendors' examples", async () => {
  requests.length = 0;
  const telnyxVideo = await sessions.listAttendances({ vendor: "telnyxVideo", roomSessionId });
  const pagecall = await sessions.listAttendances({ vendor: "pagecall", roomId, userId: "u", online: false });
  expect(requests).toEqual([
    `/room_sessions/${roomSessionId}?include_participants=true`,
    `/rooms/${roomId}/sessions?user_id=u&is_connecting=false`,
  ]);
  expect(telnyxVideo).toEqual([]);
  expect(pagecall).toMatchObject([
    {
      vendor: "pagecall",
      id: roomId,
      roomId,
      memberId: roomId,
      userId: roomId,
      joinedAt: new Date("2023-01-01T01:00:00.000Z"),
      leftAt: new Date("2023-01-01T01:30:00.000Z"),
      online: false,
      raw: {
        id: roomId,
        member_id: roomId,
        user_id: roomId,
        connected_at: "2023-01-01T01:00:00.000Z",
        disconnected_at: "2023-01-01T01:30:00.000Z",
      },
    },
  ]);
});

test("reads whatever a Telnyx participant may be by the spec", async () => {
  for (let seed = 1; seed <= 25; seed += 1) {
    const headers = { prefer: `dynamic=true, seed=${seed}` };
    const rows = await sessions.listAttendances({ vendor: "telnyxVideo", roomSessionId }, { headers });
    for (const row of rows) {
      expect(row).toMatchObject({ id: row.raw.id, occurrenceId: row.raw.session_id, label: row.raw.context });
      expect(row.joinedAt).toEqual(new Date(String(row.raw.joined_at)));
      expect(row.leftAt).toEqual(new Date(String(row.raw.left_at)));
      expect(row.online).toBe(false);
    }
  }
});

test("says which field is no timestamp: the spec of Pagecall allows any text there", async () => {
  const listed = sessions.listAttendances(
    { vendor: "pagecall", roomId },
    { headers: { prefer: "dynamic=true, seed=1" } },
  );
  await expect(listed).rejects.toThrow(ResponseError);
  await expect(listed).rejects.toThrow(/sessions\[0\]\.(dis)?connected_at is not a timestamp/);
});

test("a vendor's documented refusal stays what it is", async () => {
  const gone = sessions.listAttendances({ vendor: "telnyxVideo", roomSessionId }, { headers: { prefer: "code=404" } });
  await expect(gone).rejects.toThrow(ApiError);
  const error: unknown = await gone.catch((thrown: unknown) => thrown);
  expect(sessions.telnyxVideo.viewRoomSession.isError(error)).toBe(true);
  const refused: unknown = await sessions
    .listAttendances({ vendor: "pagecall", roomId }, { headers: { prefer: "code=400" } })
    .catch((thrown: unknown) => thrown);
  expect(sessions.pagecall.getRoomSessions.isError(refused)).toBe(true);
});
