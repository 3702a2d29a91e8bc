import { describe, expect, test } from "vitest";
import { stubbed } from "../test/stubbed.ts";
import { ResponseError } from "./index.ts";

const roomSession = {
  id: "session-1",
  room_id: "room-1",
  participants: [
    { id: "p-1", session_id: "session-1", context: "Alice", joined_at: "2021-04-16T09:46:20.954863Z" },
    {
      id: "p-2",
      session_id: "session-1",
      joined_at: "2021-04-16T09:46:20Z",
      left_at: "2021-04-16T10:00:00Z",
      extra: 1,
    },
  ],
};

function listTelnyx(body: unknown) {
  return stubbed(body).sessions.listAttendances({ vendor: "telnyxVideo", roomSessionId: "session-1" });
}

function listPagecall(body: unknown) {
  return stubbed(body).sessions.listAttendances({ vendor: "pagecall", roomId: "room-1" });
}

describe("a Telnyx room session", () => {
  test("gives an attendance for each participant, who are always asked for", async () => {
    const { sessions, requests } = stubbed({ data: roomSession });
    const rows = await sessions.listAttendances({ vendor: "telnyxVideo", roomSessionId: "session-1" });
    expect(requests).toEqual(["https://api.telnyx.com/v2/room_sessions/session-1?include_participants=true"]);
    expect(rows).toEqual([
      {
        vendor: "telnyxVideo",
        id: "p-1",
        roomId: "room-1",
        occurrenceId: "session-1",
        label: "Alice",
        joinedAt: new Date("2021-04-16T09:46:20.954Z"),
        leftAt: undefined,
        online: true,
        raw: roomSession.participants[0],
      },
      {
        vendor: "telnyxVideo",
        id: "p-2",
        roomId: "room-1",
        occurrenceId: "session-1",
        label: undefined,
        joinedAt: new Date("2021-04-16T09:46:20Z"),
        leftAt: new Date("2021-04-16T10:00:00Z"),
        online: false,
        raw: roomSession.participants[1],
      },
    ]);
  });

  test("nobody is online once the session has ended", async () => {
    const rows = await listTelnyx({ data: { ...roomSession, ended_at: "2021-04-16T11:00:00Z" } });
    expect(rows.map(({ online }) => online)).toEqual([false, false]);
  });

  test.each([null, ""])("an empty ended_at or left_at (%j) means that it has not happened", async (empty) => {
    const participants = [{ id: "p-1", left_at: empty, context: empty, joined_at: empty }];
    const [row] = await listTelnyx({ data: { ended_at: empty, room_id: empty, participants } });
    expect(row).toMatchObject({ online: true, leftAt: undefined, label: undefined, joinedAt: undefined });
    expect(row?.roomId).toBeUndefined();
  });

  test.each([
    ["without participants", { data: { id: "s" } }, "data.participants is missing"],
    ["with null for participants", { data: { participants: null } }, "data.participants is missing"],
    ["without data", {}, "data is not an object"],
    ["with a participant without id", { data: { participants: [{}] } }, "data.participants[0].id is missing"],
    ["with a participant that is null", { data: { participants: [null] } }, "data.participants[0] is not an object"],
    [
      "with a timestamp that does not parse",
      { data: { participants: [{ id: "p", joined_at: "soon" }] } },
      "data.participants[0].joined_at is not a timestamp",
    ],
    ["with a number for a timestamp", { data: { ended_at: 5, participants: [] } }, "data.ended_at is not a string"],
  ])("a response %s is a ResponseError that names the field", async (_, body, message) => {
    const error: unknown = await listTelnyx(body).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ResponseError);
    expect(error).toMatchObject({ status: 200, operation: "viewRoomSession" });
    expect((error as Error).message).toContain(message);
  });
});

describe("a Pagecall room", () => {
  const record = { id: "s-1", member_id: "m-1", user_id: "u-1", connected_at: "2023-01-01T01:00:00.000Z" };

  test("gives an attendance for each session, with both filters sent", async () => {
    const { sessions, requests } = stubbed({ sessions: [record] });
    const rows = await sessions.listAttendances({ vendor: "pagecall", roomId: "room-1", userId: "u-1", online: false });
    expect(requests).toEqual(["https://api.pagecall.com/v1/rooms/room-1/sessions?user_id=u-1&is_connecting=false"]);
    expect(rows).toEqual([
      {
        vendor: "pagecall",
        id: "s-1",
        roomId: "room-1",
        memberId: "m-1",
        userId: "u-1",
        joinedAt: new Date("2023-01-01T01:00:00Z"),
        leftAt: undefined,
        online: true,
        raw: record,
      },
    ]);
  });

  test("an anonymous person who has left has neither userId nor a place online", async () => {
    const [row] = await listPagecall({
      sessions: [{ ...record, user_id: "", disconnected_at: "2023-01-01T02:00:00Z" }],
    });
    expect(row).toMatchObject({ online: false, leftAt: new Date("2023-01-01T02:00:00Z") });
    expect(row?.userId).toBeUndefined();
  });

  test("a timestamp without an offset is read as UTC, on any machine", async () => {
    const [row] = await listPagecall({ sessions: [{ ...record, connected_at: "2023-01-01T01:00:00.5" }] });
    expect(row?.joinedAt).toEqual(new Date("2023-01-01T01:00:00.500Z"));
  });

  test("a response without sessions is a ResponseError", async () => {
    await expect(listPagecall({})).rejects.toThrow("getRoomSessions: 200 sessions is missing");
  });
});
