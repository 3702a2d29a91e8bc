import { requestViolations, servedSpecPath } from "@x/contract";
import { startMock, type Mock } from "@x/mock";
import { ConfigError, createPagecall, environment, pages, type PagecallClient } from "@x/pagecall";
import { openapiFetch } from "@x/pagecall/openapi-fetch";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import manifest from "../package.json" with { type: "json" };

const room_id = "000585f36eed9e8fb6b655b4";
const send = vi.fn<(url: string, init: RequestInit) => Promise<Response>>((url, init) => fetch(url, init));
let mock: Mock;
let pagecall: PagecallClient;

beforeAll(async () => {
  mock = await startMock(servedSpecPath("pagecall"));
});
afterAll(() => mock.close());
beforeEach(() => {
  pagecall = createPagecall({ apiKey: "key", baseUrl: mock.url, fetch: send, maxRetries: 0 });
});
afterEach(() => {
  send.mockClear();
  vi.unstubAllEnvs();
});

// Examples are no promise: tomorrow's spec may have others. A property more does no harm.
test.skipIf(process.env["CONTRACT_SPEC_DIR"])("returns the session of the spec's example", async () => {
  const { sessions } = await pagecall.getRoomSessions({ path: { room_id } });
  expect(sessions).toMatchObject([
    {
      id: "000585f36eed9e8fb6b655b4",
      member_id: "000585f36eed9e8fb6b655b4",
      user_id: "000585f36eed9e8fb6b655b4",
      connected_at: "2023-01-01T01:00:00.000Z",
      disconnected_at: "2023-01-01T01:30:00.000Z",
    },
  ]);
});

test.each([true, false])("filters by who is connecting: %s", async (is_connecting) => {
  const { response } = await pagecall.getRoomSessions({ path: { room_id }, query: { is_connecting } }).withResponse();
  expect(response.status).toBe(200);
  expect(requestViolations(response.headers)).toEqual([]);
  expect(send.mock.calls.map(([url]) => url)).toEqual([
    `${mock.url}/rooms/${room_id}/sessions?is_connecting=${is_connecting}`,
  ]);
});

test("filters by a user, whatever is in the id", async () => {
  await pagecall.getRoomSessions({ path: { room_id }, query: { user_id: "a&is_connecting=b #ü" } });
  const { searchParams } = new URL(String(send.mock.calls[0]?.[0]));
  expect([...searchParams]).toEqual([["user_id", "a&is_connecting=b #ü"]]);
});

test.each([400, 500])("%i is documented", async (status) => {
  const error: unknown = await pagecall
    .getRoomSessions({ path: { room_id } }, { headers: { prefer: `code=${status}` } })
    .catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ name: "ApiError", status, operation: "getRoomSessions" });
  expect(pagecall.getRoomSessions.isError(error)).toBe(true);
});

test("openapi-fetch gets the same response by path", async () => {
  const params = { path: { room_id } };
  const { data } = await openapiFetch(pagecall).GET("/rooms/{room_id}/sessions", { params });
  expect(data?.sessions?.[0]?.id).toBeTypeOf("string");
  const { error, response } = await openapiFetch(pagecall).GET("/rooms/{room_id}/sessions", {
    params,
    headers: { prefer: "code=400" },
  });
  expect(response.status).toBe(400);
  expect(error).toBeDefined();
});

test("without a key nothing is sent", () => {
  vi.stubEnv("PAGECALL_API_KEY", undefined);
  expect(() => createPagecall({ baseUrl: mock.url, fetch: send })).toThrow(ConfigError);
  expect(() => createPagecall({ apiKey: " ", baseUrl: mock.url, fetch: send })).toThrow(ConfigError);
  expect(send).not.toHaveBeenCalled();
});

test("the key comes from the environment", async () => {
  vi.stubEnv("PAGECALL_API_KEY", "from-environment");
  await createPagecall({ baseUrl: mock.url, fetch: send }).getRoomSessions({ path: { room_id } });
  expect(new Headers(send.mock.calls[0]?.[1].headers).get("authorization")).toBe("Bearer from-environment");
});

test("so does the base URL, and the variables have exported names", async () => {
  expect(environment).toEqual({ apiKey: "PAGECALL_API_KEY", baseUrl: "PAGECALL_BASE_URL" });
  vi.stubEnv(environment.apiKey, "from-environment");
  vi.stubEnv(environment.baseUrl, mock.url);
  await createPagecall({ fetch: send }).getRoomSessions({ path: { room_id } });
  expect(send.mock.calls[0]?.[0]).toContain(`${mock.url}/`);
  vi.stubEnv(environment.baseUrl, "http://api.example.test");
  expect(() => createPagecall()).toThrow(`${environment.baseUrl} in the environment) must be https`);
});

test("the package and its version are the user agent", async () => {
  await pagecall.getRoomSessions({ path: { room_id } });
  const [major] = process.versions.node.split(".");
  expect(new Headers(send.mock.calls[0]?.[1].headers).get("user-agent")).toBe(
    `x-pagecall/${manifest.version} node/${major}`,
  );
});

test("pages gives each response, and ends with the last", async () => {
  const seen = [];
  for await (const response of pages(pagecall.getRoomSessions, { path: { room_id } }, () => undefined))
    seen.push(response);
  expect(seen).toHaveLength(1);
  await expect(pages(fetch as never, { path: { room_id } }, () => undefined).next()).rejects.toThrow(ConfigError);
});

test.each([
  ["no id", {}],
  ["an empty id", { room_id: "" }],
  ["an id that is another path", { room_id: "." }],
  ["an id that is a number", { room_id: 7 }],
  ["a name beside the id", { room_id, room_ids: "x" }],
])("%s is refused unsent", async (_, path) => {
  await expect(pagecall.getRoomSessions({ path } as never)).rejects.toThrow(ConfigError);
  expect(send).not.toHaveBeenCalled();
});

test.each([
  ["a word for a boolean", { is_connecting: "true" }],
  ["a number for a user", { user_id: 7 }],
  ["a parameter that is not there", { isConnecting: true }],
])("%s is refused unsent", async (_, query) => {
  await expect(pagecall.getRoomSessions({ path: { room_id }, query } as never)).rejects.toThrow(ConfigError);
  expect(send).not.toHaveBeenCalled();
});

test("what the client refuses, the mock refuses too", async () => {
  const url = `${mock.url}/rooms/${room_id}/sessions`;
  const [keyless, wrong] = await Promise.all([
    fetch(url),
    fetch(`${url}?is_connecting=maybe`, { headers: { authorization: "Bearer key" } }),
  ]);
  expect([keyless.status, wrong.status]).toEqual([401, 400]);
  expect(wrong.headers.get("sl-violations")).toContain("is_connecting");
});

test("calls Pagecall by default", async () => {
  const fetched: string[] = [];
  const fetch = async (url: string): Promise<Response> => (fetched.push(url), Response.json({ sessions: [] }));
  await createPagecall({ apiKey: "key", fetch }).getRoomSessions({ path: { room_id: "1" } });
  expect(fetched).toEqual(["https://api.pagecall.com/v1/rooms/1/sessions"]);
});
