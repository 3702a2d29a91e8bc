import { createPagecall } from "@x/pagecall";
import { ApiError, createTelnyxVideo } from "@x/telnyx-video";
import { expect, test } from "vitest";
import { findRoomSession, whoIsOnline } from "../src/rooms.ts";

// The keys, and where the mocks are, come from `x-mock run`.
const pagecall = createPagecall({ baseUrl: process.env["PAGECALL_BASE_URL"] });
const id = "0ccc7b54-4df3-4bca-a65a-3da1ecc777f0";

/** A client whose mock responds with a status that the spec documents, or makes a response up from the schema. */
function telnyxThatPrefers(prefer: string) {
  return createTelnyxVideo({ baseUrl: process.env["TELNYX_BASE_URL"], headers: { prefer } });
}

test("the users of Pagecall's own example are online", async () => {
  expect(await whoIsOnline(pagecall, "000585f36eed9e8fb6b655b4")).toEqual(["000585f36eed9e8fb6b655b4"]);
});

test("a room session that Telnyx does not know is undefined", async () => {
  expect(await findRoomSession(telnyxThatPrefers("code=404"), id)).toBeUndefined();
});

test("a room session is found, whatever the schema allows it to hold", async () => {
  expect(await findRoomSession(telnyxThatPrefers("dynamic=true"), id)).toHaveProperty("room_id");
});

test("a request that breaks Telnyx's spec is refused by the mock", async () => {
  const error = await findRoomSession(telnyxThatPrefers("code=200"), "not-a-uuid").catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ApiError);
  expect(error).toMatchObject({ status: 422 });
});
