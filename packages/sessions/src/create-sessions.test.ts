import { describe, expect, test } from "vitest";
import { KEY, stubbed } from "../test/stubbed.ts";
import { ConfigError, createSessions, ResponseError } from "./index.ts";

describe("createSessions", () => {
  test("leads from a row back to the client that it came from", async () => {
    const { sessions } = stubbed({ sessions: [{ id: "s", member_id: "m" }] });
    const [row] = await sessions.listAttendances({ vendor: "pagecall", roomId: "room-1" });
    expect(sessions[row?.vendor ?? "telnyxVideo"]).toBe(sessions.pagecall);
  });

  test("takes clients that are already built", () => {
    const { sessions } = stubbed({});
    const { telnyxVideo, pagecall } = sessions;
    expect(createSessions({ telnyxVideo, pagecall })).toMatchObject({ telnyxVideo, pagecall });
  });

  test("leaves out a vendor that is not given, and says so when it is asked for", async () => {
    const sessions = createSessions({ pagecall: { apiKey: KEY } });
    expect(Object.keys(sessions)).not.toContain("telnyxVideo");
    const query = { vendor: "telnyxVideo", roomSessionId: "x" } as never;
    await expect(sessions.listAttendances(query)).rejects.toThrow(ConfigError);
    await expect(sessions.listAttendances(query)).rejects.toThrow('vendor "telnyxVideo" is not configured');
  });

  test("refuses a misspelt filter, which would give rows that nobody asked for", async () => {
    const { sessions, requests } = stubbed({ sessions: [] });
    const query = { vendor: "pagecall", roomId: "room-1", onlin: true } as never;
    await expect(sessions.listAttendances(query)).rejects.toThrow(
      'listAttendances: pagecall has no filter "onlin" (there is: vendor, roomId, userId, online)',
    );
    expect(requests).toEqual([]);
  });

  test("refuses the other vendor's filters, which types alone do not", async () => {
    const { sessions, requests } = stubbed({});
    const both = { roomSessionId: "session-1", roomId: "room-1", online: true };
    const vendors: ("telnyxVideo" | "pagecall")[] = ["telnyxVideo", "pagecall"];
    for (const vendor of vendors)
      await expect(sessions.listAttendances({ vendor, ...both })).rejects.toThrow(`${vendor} has no filter "room`);
    const query = { vendor: "telnyxVideo", roomSessionId: "session-1", online: true } as const;
    await expect(sessions.listAttendances(query)).rejects.toThrow('telnyxVideo has no filter "online"');
    expect(requests).toEqual([]);
    await expect(sessions.listAttendances({ ...query, online: undefined } as never)).rejects.toThrow(ResponseError);
    expect(requests).toHaveLength(1);
  });

  test("refuses the other vendor's client", () => {
    const { telnyxVideo, pagecall } = stubbed({}).sessions;
    expect(() => createSessions({ telnyxVideo: pagecall } as never)).toThrow(/option "\w+" is not known/);
    expect(() => createSessions({ pagecall: telnyxVideo } as never)).toThrow(/option "\w+" is not known/);
    expect(() => createSessions({ pagecall: { apiKey: KEY, http: {} } } as never)).toThrow(ConfigError);
  });

  test("refuses nonsense with a ConfigError too", async () => {
    expect(() => createSessions(undefined as never)).toThrow(ConfigError);
    expect(() => createSessions({ pagecall: "key" } as never)).toThrow("pagecall must be its options or its client");
    await expect(stubbed({}).sessions.listAttendances(undefined as never)).rejects.toThrow(ConfigError);
  });

  test("refuses a misspelt vendor, and no vendor at all", () => {
    expect(() => createSessions({ telnyx: {}, pagecall: { apiKey: KEY } } as never)).toThrow('no vendor "telnyx"');
    expect(() => createSessions({} as never)).toThrow(ConfigError);
  });
});
