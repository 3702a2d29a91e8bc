import {
  createTelnyxVideo,
  pages,
  type RoomSession,
  type video_Error,
  type ViewRoomSessionInput,
} from "@x/telnyx-video";
import { openapiFetch, wrapAsPathBasedClient, type Client, type paths } from "@x/telnyx-video/openapi-fetch";
import { expectTypeOf } from "vitest";

// Options and call options may be undefined, as `process.env` and optional signals are.
const telnyx = createTelnyxVideo({ apiKey: process.env["TELNYX_API_KEY"], baseUrl: undefined, timeoutMs: undefined });
createTelnyxVideo();
createTelnyxVideo({ apiKey: async () => "key", fetch: async (url: string) => Response.json(url) });
const input: ViewRoomSessionInput = { path: { room_session_id: "x" }, query: { include_participants: undefined } };
const maybe: AbortSignal | undefined = undefined;
const body = await telnyx.viewRoomSession(input, { signal: maybe, headers: { prefer: undefined } });

// The response is what the spec says, and its optional parts are optional.
expectTypeOf(body.data).toEqualTypeOf<RoomSession | undefined>();
expectTypeOf(body.data?.participants?.[0]?.context).toEqualTypeOf<string | undefined>();
type Documented = paths["/room_sessions/{room_session_id}"]["get"]["responses"][200]["content"]["application/json"];
expectTypeOf(body).toEqualTypeOf<Documented>();
const { data, response } = await telnyx.viewRoomSession(input).withResponse();
expectTypeOf(data).toEqualTypeOf<Documented>();
expectTypeOf(response).toEqualTypeOf<Response>();
// @ts-expect-error -- there may be no session
void body.data.id;
// @ts-expect-error -- no such property
void body.data?.no_such_property;

// What a call must have, and what it can't.
// @ts-expect-error -- no input
void telnyx.viewRoomSession();
// @ts-expect-error -- no path
void telnyx.viewRoomSession({});
// @ts-expect-error -- no id
void telnyx.viewRoomSession({ path: {} });
// @ts-expect-error -- an id that may be missing
void telnyx.viewRoomSession({ path: { room_session_id: process.env["ID"] } });
// @ts-expect-error -- a number for an id
void telnyx.viewRoomSession({ path: { room_session_id: 7 } });
// @ts-expect-error -- a word for a boolean
void telnyx.viewRoomSession({ path: { room_session_id: "x" }, query: { include_participants: "true" } });
// @ts-expect-error -- an unknown parameter
void telnyx.viewRoomSession({ path: { room_session_id: "x" }, query: { no_such_parameter: true } });
// @ts-expect-error -- a parameter of another place
void telnyx.viewRoomSession({ path: { room_session_id: "x", include_participants: true } });
// @ts-expect-error -- the operation takes no body
void telnyx.viewRoomSession({ path: { room_session_id: "x" }, body: {} });
// @ts-expect-error -- an unknown option of a call
void telnyx.viewRoomSession(input, { timeout: 1 });
// @ts-expect-error -- an unknown operation
void telnyx.noSuchOperation;
// @ts-expect-error -- an unknown option
createTelnyxVideo({ token: "key" });
// @ts-expect-error -- null is no key
createTelnyxVideo({ apiKey: null });

// Errors narrow to what this operation documents, by status.
try {
  await telnyx.viewRoomSession(input);
} catch (error) {
  if (telnyx.viewRoomSession.isError(error)) {
    // One more that is documented does no harm.
    expectTypeOf<404>().toExtend<typeof error.status>();
    // @ts-expect-error -- no error has such a status
    void (error.status === 204);
    if (error.status === 404) {
      expectTypeOf(error.body).toEqualTypeOf<video_Error>();
      expectTypeOf(error.body.title).toEqualTypeOf<string>();
    }
  }
  // @ts-expect-error -- unknown until it is told what it is
  void error.status;
}

// Pages have the type of a response; inputs are the method's.
for await (const page of pages(telnyx.viewRoomSession, input, ({ data: last }, { path, query }) => {
  expectTypeOf(last).toEqualTypeOf<RoomSession | undefined>();
  expectTypeOf(query?.include_participants).toEqualTypeOf<boolean | undefined>();
  return last?.id ? { path, query: { include_participants: false } } : undefined;
}))
  expectTypeOf(page).toEqualTypeOf<Documented>();
// @ts-expect-error -- an input of another operation
void pages(telnyx.viewRoomSession, { path: { room_id: "x" } }, () => undefined);
// @ts-expect-error -- a next input with an unknown parameter
void pages(telnyx.viewRoomSession, input, () => ({ path: { room_session_id: "x" }, query: { no_such_parameter: 2 } }));
// @ts-expect-error -- no method of a client
void pages(fetch, "https://example.com", () => undefined);

// By path: openapi-fetch's own client.
const http = openapiFetch(telnyx);
expectTypeOf(http).toEqualTypeOf<Client<paths>>();
const params = { path: { room_session_id: "x" } };
const result = await http.GET("/room_sessions/{room_session_id}", { params, timeoutMs: 1 });
expectTypeOf(result.data).toEqualTypeOf<Documented | undefined>();
expectTypeOf(
  (await wrapAsPathBasedClient(http)["/room_sessions/{room_session_id}"].GET({ params })).data,
).toEqualTypeOf(result.data);
// @ts-expect-error -- an unknown path
void http.GET("/no/such/path", { params });
// @ts-expect-error -- a method that the path does not have
void http.TRACE("/room_sessions/{room_session_id}", { params });
// @ts-expect-error -- options are the client's
openapiFetch(telnyx, { baseUrl: "https://example.com" });
// @ts-expect-error -- a client of openapi-fetch's is none of ours
openapiFetch(http);
