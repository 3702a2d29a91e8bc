import { createPagecall, type GetRoomSessionsInput, type Session } from "@x/pagecall";
import { openapiFetch, wrapAsPathBasedClient, type Client, type paths } from "@x/pagecall/openapi-fetch";
import { expectTypeOf } from "vitest";

// Options and call options may be undefined, as `process.env` and optional signals are.
const pagecall = createPagecall({ apiKey: process.env["PAGECALL_API_KEY"], baseUrl: undefined, timeoutMs: undefined });
createPagecall();
createPagecall({ apiKey: async () => "key", fetch: async (url: string) => Response.json(url) });
const input: GetRoomSessionsInput = { path: { room_id: "x" }, query: { user_id: undefined, is_connecting: true } };
const maybe: AbortSignal | undefined = undefined;
const body = await pagecall.getRoomSessions(input, { signal: maybe, headers: { prefer: undefined } });

// The response is what the spec says: required properties are there, optional ones may not be.
expectTypeOf(body.sessions).toEqualTypeOf<Session[] | undefined>();
expectTypeOf(body.sessions?.[0]?.member_id).toEqualTypeOf<string | undefined>();
expectTypeOf<Session["id"]>().toEqualTypeOf<string>();
expectTypeOf<Session["user_id"]>().toEqualTypeOf<string | undefined>();
type Documented = paths["/rooms/{room_id}/sessions"]["get"]["responses"][200]["content"]["application/json"];
expectTypeOf(body).toEqualTypeOf<Documented>();
const { data, response } = await pagecall.getRoomSessions(input).withResponse();
expectTypeOf(data).toEqualTypeOf<Documented>();
expectTypeOf(response).toEqualTypeOf<Response>();
// @ts-expect-error -- there may be no list
void body.sessions.length;
// @ts-expect-error -- no such property
void body.sessions?.[0]?.no_such_property;

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
void pagecall.getRoomSessions({ path: { room_id: "x" }, query: { no_such_parameter: true } });
// @ts-expect-error -- a parameter of another place
void pagecall.getRoomSessions({ path: { room_id: "x", is_connecting: true } });
// @ts-expect-error -- the operation takes no body
void pagecall.getRoomSessions({ path: { room_id: "x" }, body: {} });
// @ts-expect-error -- an unknown option of a call
void pagecall.getRoomSessions(input, { timeout: 1 });
// @ts-expect-error -- an unknown operation
void pagecall.noSuchOperation;
// @ts-expect-error -- an unknown option
createPagecall({ token: "key" });
// @ts-expect-error -- null is no key
createPagecall({ apiKey: null });

// Errors narrow to what this operation documents, by status.
try {
  await pagecall.getRoomSessions(input);
} catch (error) {
  if (pagecall.getRoomSessions.isError(error)) {
    // One more that is documented does no harm.
    expectTypeOf<400 | 500>().toExtend<typeof error.status>();
    // @ts-expect-error -- no error has such a status
    void (error.status === 204);
  }
  // @ts-expect-error -- unknown until it is told what it is
  void error.status;
}

// By path: openapi-fetch's own client.
const http = openapiFetch(pagecall);
expectTypeOf(http).toEqualTypeOf<Client<paths>>();
const params = { path: { room_id: "x" } };
const result = await http.GET("/rooms/{room_id}/sessions", { params, timeoutMs: 1 });
expectTypeOf(result.data).toEqualTypeOf<Documented | undefined>();
expectTypeOf((await wrapAsPathBasedClient(http)["/rooms/{room_id}/sessions"].GET({ params })).data).toEqualTypeOf(
  result.data,
);
// @ts-expect-error -- an unknown path
void http.GET("/no/such/path", { params });
// @ts-expect-error -- a method that the path does not have
void http.TRACE("/rooms/{room_id}/sessions", { params });
// @ts-expect-error -- options are the client's
openapiFetch(pagecall, { baseUrl: "https://example.com" });
// @ts-expect-error -- a client of openapi-fetch's is none of ours
openapiFetch(http);
