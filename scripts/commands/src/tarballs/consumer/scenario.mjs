// What every runtime must be able to do. Plain JavaScript of a user, against mocks of both vendors and a slow server.
import { AbortError, ApiError, ConfigError, TimeoutError, createSessions, pagecall, telnyxVideo } from "@x/sessions";

const ROOM_SESSION = { path: { room_session_id: "0ccc7b54-4df3-4bca-a65a-3da1ecc777f0" } };
const ROOM_ID = "000585f36eed9e8fb6b655b4";

/** Returns `{ check, fault }` for each check; `fault` is undefined where it passed. */
export async function runScenario({ telnyxVideoUrl, pagecallUrl, slowUrl, browser }) {
  const options = (baseUrl) => ({ apiKey: "test-key", baseUrl, dangerouslyAllowBrowser: browser });
  const telnyx = telnyxVideo.createTelnyxVideo(options(telnyxVideoUrl));
  const sessions = createSessions({ telnyxVideo: telnyx, pagecall: options(pagecallUrl) });
  const slow = (path) => pagecall.createPagecall({ ...options(slowUrl + path), maxRetries: 0 });

  const checks = {
    async "typed response"() {
      const { data, response } = await telnyx
        .viewRoomSession({ ...ROOM_SESSION, query: { include_participants: true } })
        .withResponse();
      equal(response.status, 200);
      equal(data.data.id, "7b61621f-62e0-4aad-ab11-9fd19e272e73");
      const body = await sessions.pagecall.getRoomSessions({
        path: { room_id: ROOM_ID },
        query: { is_connecting: true },
      });
      equal(body.sessions[0].member_id, ROOM_ID);
    },
    async "typed 404"() {
      const error = await failure(telnyx.viewRoomSession(ROOM_SESSION, { headers: { prefer: "code=404" } }), ApiError);
      equal(telnyx.viewRoomSession.isError(error), true);
      equal(error.status, 404);
      equal(typeof error.body.title, "string");
      equal(typeof error.code, "string");
    },
    async "time-out"() {
      for (const path of ["/silent", "/stalled"]) {
        await failure(slow(path).getRoomSessions({ path: { room_id: ROOM_ID } }, { timeoutMs: 200 }), TimeoutError);
      }
    },
    async abort() {
      for (const path of ["/silent", "/stalled"]) {
        const controller = new AbortController();
        const call = slow(path).getRoomSessions({ path: { room_id: ROOM_ID } }, { signal: controller.signal });
        setTimeout(() => controller.abort(), 200);
        await failure(call, AbortError);
      }
    },
    async attendances() {
      const participants = await sessions.listAttendances(
        { vendor: "telnyxVideo", roomSessionId: ROOM_SESSION.path.room_session_id },
        // The specification's example has no participants: Prism makes some up.
        { headers: { prefer: "dynamic=true" } },
      );
      equal(participants.length > 0, true);
      for (const row of participants) {
        equal(row.vendor, "telnyxVideo");
        equal(row.joinedAt instanceof Date, true);
        equal(row.id, row.raw.id);
      }
      const [row, ...others] = await sessions.listAttendances({ vendor: "pagecall", roomId: ROOM_ID });
      equal(others.length, 0);
      equal(row.memberId, ROOM_ID);
      equal(row.joinedAt.toISOString(), "2023-01-01T01:00:00.000Z");
      equal(row.online, false);
    },
    async refusals() {
      await failure(telnyx.viewRoomSession({ path: { room_session_id: ".." } }), ConfigError);
      const fault = thrownBy(() => telnyxVideo.createTelnyxVideo({ ...options(telnyxVideoUrl), apiKey: "two\nlines" }));
      equal(fault instanceof ConfigError, true);
    },
  };
  if (browser) {
    checks["browser guard"] = async () => {
      const fault = thrownBy(() => telnyxVideo.createTelnyxVideo({ apiKey: "test-key", baseUrl: telnyxVideoUrl }));
      equal(fault instanceof ConfigError, true);
      equal(fault.message.includes("dangerouslyAllowBrowser"), true);
    };
  }

  const outcomes = [];
  for (const [check, body] of Object.entries(checks)) {
    try {
      await body();
      outcomes.push({ check });
    } catch (error) {
      outcomes.push({ check, fault: String(error?.stack ?? error) });
    }
  }
  return outcomes;
}

function equal(found, wanted) {
  if (found !== wanted) throw new Error(`${JSON.stringify(found)} is not ${JSON.stringify(wanted)}`);
}

async function failure(promise, errorClass) {
  const error = await promise.then(
    (value) => new Error(`it resolved with ${JSON.stringify(value)}`),
    (thrown) => thrown,
  );
  if (!(error instanceof errorClass)) throw error;
  return error;
}

function thrownBy(body) {
  try {
    body();
  } catch (error) {
    return error;
  }
  return undefined;
}
