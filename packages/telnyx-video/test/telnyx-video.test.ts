import { requestViolations, servedSpecPath } from "@x/contract";
import { startMock, type Mock } from "@x/mock";
import { ApiError, ConfigError, createTelnyxVideo, environment, pages, type TelnyxVideoClient } from "@x/telnyx-video";
import { openapiFetch } from "@x/telnyx-video/openapi-fetch";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import manifest from "../package.json" with { type: "json" };

const room_session_id = "0ccc7b54-4df3-4bca-a65a-3da1ecc777f0";
const send = vi.fn<(url: string, init: RequestInit) => Promise<Response>>((url, init) => fetch(url, init));
let mock: Mock;
let telnyx: TelnyxVideoClient;

beforeAll(async () => {
  mock = await startMock(servedSpecPath("telnyx-video"));
});
afterAll(() => mock.close());
beforeEach(() => {
  telnyx = createTelnyxVideo({ apiKey: "key", baseUrl: mock.url, fetch: send, maxRetries: 0 });
});
afterEach(() => {
  send.mockClear();
  vi.unstubAllEnvs();
});

// Examples are no promise: tomorrow's spec may have others. A property more does no harm.
test.skipIf(process.env["CONTRACT_SPEC_DIR"])("returns the session of the spec's example", async () => {
  const { data } = await telnyx.viewRoomSession({ path: { room_session_id } });
  expect(data).toMatchObject({
    id: "7b61621f-62e0-4aad-ab11-9fd19e272e73",
    room_id: "7b61621f-5fe4-4aad-ab11-9fd19e272e73",
    active: false,
    created_at: "2021-04-16T09:46:20.954863Z",
    updated_at: "2021-04-16T10:24:55.962200Z",
    ended_at: "2021-04-16T10:24:55.962200Z",
    participants: [],
    record_type: "room_session",
  });
});

test.each([true, false])("asks for participants or not: %s", async (include_participants) => {
  const { response } = await telnyx
    .viewRoomSession({ path: { room_session_id }, query: { include_participants } })
    .withResponse();
  expect(response.status).toBe(200);
  expect(requestViolations(response.headers)).toEqual([]);
  expect(send.mock.calls.map(([url]) => url)).toEqual([
    `${mock.url}/room_sessions/${room_session_id}?include_participants=${include_participants}`,
  ]);
});

test("gets participants with all that the spec knows of them", async () => {
  const options = { headers: { prefer: "dynamic=true, seed=7" } };
  const { data } = await telnyx.viewRoomSession({ path: { room_session_id } }, options);
  expect(data?.participants?.length).toBeGreaterThan(0);
  for (const participant of data?.participants ?? []) {
    const { id, session_id, context, joined_at, updated_at, left_at, record_type } = participant;
    for (const value of [id, session_id, context, joined_at, updated_at, left_at, record_type]) {
      expect(value).toBeTypeOf("string");
    }
  }
});

test("a session that is not there is a documented 404, told apart by its status", async () => {
  const error: unknown = await telnyx
    .viewRoomSession({ path: { room_session_id } }, { headers: { prefer: "code=404" } })
    .catch((thrown: unknown) => thrown);
  expect(telnyx.viewRoomSession.isError(error)).toBe(true);
  expect(error).toMatchObject({ name: "ApiError", status: 404, operation: "viewRoomSession" });
  if (!telnyx.viewRoomSession.isError(error) || error.status !== 404) return;
  const { code, title }: { code: string; title: string } = error.body;
  expect([code, title]).toEqual(["string", "string"]);
});

test("a refusal that the spec does not document is an ApiError, but no documented one", async () => {
  send.mockResolvedValueOnce(Response.json({ title: "I'm a teapot" }, { status: 418 }));
  const error: unknown = await telnyx.viewRoomSession({ path: { room_session_id } }).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ApiError);
  expect(error).toMatchObject({ status: 418 });
  expect(telnyx.viewRoomSession.isError(error)).toBe(false);
});

test("what Telnyx really sends is an ApiError in words, but no documented one", async () => {
  const sent = { errors: [{ code: "10005", title: "Resource not found", detail: "No such session." }] };
  const headers = { "x-request-id": "request-1" };
  send.mockResolvedValueOnce(Response.json(sent, { status: 404, headers }));
  const error: unknown = await telnyx.viewRoomSession({ path: { room_session_id } }).catch((thrown: unknown) => thrown);
  expect(telnyx.viewRoomSession.isError(error)).toBe(false);
  expect(error).toBeInstanceOf(ApiError);
  expect(error).toMatchObject({
    status: 404,
    code: "10005",
    requestId: "request-1",
    message: "viewRoomSession: 404 Resource not found: No such session.",
    body: sent,
  });
});

test("openapi-fetch gets the same response by path", async () => {
  const params = { path: { room_session_id } };
  const { data } = await openapiFetch(telnyx).GET("/room_sessions/{room_session_id}", { params });
  expect(data?.data?.id).toBeTypeOf("string");
  const { error, response } = await openapiFetch(telnyx).GET("/room_sessions/{room_session_id}", {
    params,
    headers: { prefer: "code=404" },
  });
  expect([response.status, error]).toMatchObject([404, { title: "string" }]);
});

test("without a key nothing is sent", () => {
  vi.stubEnv("TELNYX_API_KEY", undefined);
  expect(() => createTelnyxVideo({ baseUrl: mock.url, fetch: send })).toThrow(ConfigError);
  expect(() => createTelnyxVideo({ apiKey: " ", baseUrl: mock.url, fetch: send })).toThrow(ConfigError);
  expect(send).not.toHaveBeenCalled();
});

test("the key comes from the environment", async () => {
  vi.stubEnv("TELNYX_API_KEY", "from-environment");
  await createTelnyxVideo({ baseUrl: mock.url, fetch: send }).viewRoomSession({ path: { room_session_id } });
  expect(new Headers(send.mock.calls[0]?.[1].headers).get("authorization")).toBe("Bearer from-environment");
});

test("so does the base URL, and the variables have exported names", async () => {
  expect(environment).toEqual({ apiKey: "TELNYX_API_KEY", baseUrl: "TELNYX_BASE_URL" });
  vi.stubEnv(environment.apiKey, "from-environment");
  vi.stubEnv(environment.baseUrl, mock.url);
  await createTelnyxVideo({ fetch: send }).viewRoomSession({ path: { room_session_id } });
  expect(send.mock.calls[0]?.[0]).toContain(`${mock.url}/`);
  vi.stubEnv(environment.baseUrl, "http://api.example.test");
  expect(() => createTelnyxVideo()).toThrow(`${environment.baseUrl} in the environment) must be https`);
});

test("the package and its version are the user agent", async () => {
  await telnyx.viewRoomSession({ path: { room_session_id } });
  const [major] = process.versions.node.split(".");
  expect(new Headers(send.mock.calls[0]?.[1].headers).get("user-agent")).toBe(
    `x-telnyx-video/${manifest.version} node/${major}`,
  );
});

test("pages gives each response, and ends with the last", async () => {
  const seen = [];
  for await (const response of pages(telnyx.viewRoomSession, { path: { room_session_id } }, () => undefined))
    seen.push(response);
  expect(seen).toHaveLength(1);
  await expect(pages(fetch as never, { path: { room_session_id } }, () => undefined).next()).rejects.toThrow(
    ConfigError,
  );
});

test.each([
  ["no id", {}],
  ["an empty id", { room_session_id: "" }],
  ["an id that is another path", { room_session_id: ".." }],
  ["an id that is a number", { room_session_id: 7 }],
  ["a name beside the id", { room_session_id, room_session_ids: "x" }],
])("%s is refused unsent", async (_, path) => {
  await expect(telnyx.viewRoomSession({ path } as never)).rejects.toThrow(ConfigError);
  expect(send).not.toHaveBeenCalled();
});

test.each([
  ["a word for a boolean", { include_participants: "true" }],
  ["a parameter that is not there", { includeParticipants: true }],
])("%s is refused unsent", async (_, query) => {
  await expect(telnyx.viewRoomSession({ path: { room_session_id }, query } as never)).rejects.toThrow(ConfigError);
  expect(send).not.toHaveBeenCalled();
});

test("what the client refuses, the mock refuses too", async () => {
  const url = `${mock.url}/room_sessions/${room_session_id}`;
  const headers = { authorization: "Bearer key" };
  const responses = await Promise.all([
    fetch(url),
    fetch(`${url}?include_participants=maybe`, { headers }),
    fetch(`${mock.url}/room_sessions/no-uuid`, { headers }),
  ]);
  expect(responses.map(({ status }) => status)).toEqual([401, 422, 422]);
});

test("calls Telnyx by default", async () => {
  const fetched: string[] = [];
  const fetch = async (url: string): Promise<Response> => (fetched.push(url), Response.json({ data: {} }));
  await createTelnyxVideo({ apiKey: "key", fetch }).viewRoomSession({ path: { room_session_id } });
  expect(fetched).toEqual([`https://api.telnyx.com/v2/room_sessions/${room_session_id}`]);
});
