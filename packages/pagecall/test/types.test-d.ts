import { createPagecall, type components, type GetRoomSessionsInput, type paths } from "@x/pagecall";
import { expectTypeOf } from "vitest";

// Options and call options may be undefined, as `process.env` and optional signals are.
const pagecall = createPagecall({ apiKey: process.env["PAGECALL_API_KEY"], baseUrl: undefined, timeoutMs: undefined });
createPagecall();
createPagecall({ apiKey: async () => "key", fetch: async (url: string) => Response.json(url) });
const input: GetRoomSessionsInput = { path: { room_id: "x" }, query: { user_id: undefined, is_connecting: true } };
const maybe: AbortSignal | undefined = undefined;
const body = await pagecall.getRoomSessions(input, { signal: maybe, headers: { prefer: undefined } });

// The answer is what the spec says: required properties are there, optional ones may not be.
expectTypeOf(body.sessions).toEqualTypeOf<components["schemas"]["Session"][] | undefined>();
expectTypeOf(body.sessions?.[0]?.member_id).toEqualTypeOf<string | undefined>();
expectTypeOf<components["schemas"]["Session"]["id"]>().toEqualTypeOf<string>();
expectTypeOf<components["schemas"]["Session"]["user_id"]>().toEqualTypeOf<string | undefined>();
type Documented = paths["/rooms/{room_id}/sessions"]["get"]["responses"][200]["content"]["application/json"];
expectTypeOf(body).toEqualTypeOf<Documented>();
const { data, response } = await pagecall.getRoomSessions(input).withResponse();
expectTypeOf(data).toEqualTypeOf<Documented>();
expectTypeOf(response).toEqualTypeOf<Response>();
// @ts-expect-error -- there may be no list
void body.sessions.length;
// @ts-expect-error -- no such property
void body.sessions?.[0]?.room_id;

// What a call must have, and what it can't.
// @ts-expect-error -- no input
void pagecall.getRoomSessions();
// @ts-expect-error -- no path
void pagecall.getRoomSessions({});
// @ts-expect-error -- no id
void pagecall.getRoomSessions({ path: {} });
// @ts-expect-error -- an id that may be missing
void pagecall.getRoomSessions({ path: { room_id: process.env["ID"] } });
// @ts-expect-error -- a number for an id
void pagecall.getRoomSessions({ path: { room_id: 7 } });
// @ts-expect-error -- a word for a boolean
void pagecall.getRoomSessions({ path: { room_id: "x" }, query: { is_connecting: "true" } });
// @ts-expect-error -- an unknown parameter
void pagecall.getRoomSessions({ path: { room_id: "x" }, query: { isConnecting: true } });
// @ts-expect-error -- a parameter of another place
void pagecall.getRoomSessions({ path: { room_id: "x", is_connecting: true } });
// @ts-expect-error -- the operation takes no body
void pagecall.getRoomSessions({ path: { room_id: "x" }, body: {} });
// @ts-expect-error -- an unknown option of a call
void pagecall.getRoomSessions(input, { timeout: 1 });
// @ts-expect-error -- an unknown operation
void pagecall.getRooms;
// @ts-expect-error -- an unknown option
createPagecall({ token: "key" });
// @ts-expect-error -- null is no key
createPagecall({ apiKey: null });

// Errors narrow to what this operation documents, by status; a status without content says nothing of its body.
try {
  await pagecall.getRoomSessions(input);
} catch (error) {
  if (pagecall.getRoomSessions.isError(error)) {
    // One more that is documented does no harm.
    expectTypeOf<400 | 500>().toExtend<typeof error.status>();
    if (error.status === 400) expectTypeOf(error.body).toEqualTypeOf<unknown>();
    // @ts-expect-error -- no error has such a status
    void (error.status === 204);
  }
  // @ts-expect-error -- unknown until it is told what it is
  void error.status;
}

// Calls by method and path, with openapi-fetch's types; what would go round the guards is not there.
const params = { path: { room_id: "x" } };
const result = await pagecall.http.GET("/rooms/{room_id}/sessions", { params, timeoutMs: 1 });
expectTypeOf(result.data).toEqualTypeOf<Documented | undefined>();
// @ts-expect-error -- an unknown path
void pagecall.http.GET("/rooms", { params });
// @ts-expect-error -- a method that the path does not have
void pagecall.http.POST("/rooms/{room_id}/sessions", { params });
// @ts-expect-error -- a fetch of one's own goes into the factory
void pagecall.http.GET("/rooms/{room_id}/sessions", { params, fetch });
// @ts-expect-error -- another base URL would take the key there
void pagecall.http.GET("/rooms/{room_id}/sessions", { params, baseUrl: "https://example.com" });
