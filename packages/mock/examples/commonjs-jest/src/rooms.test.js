const { ApiError } = require("@x/telnyx-video");
const { isActive, whoIsOnline } = require("./rooms.js");

const id = "0ccc7b54-4df3-4bca-a65a-3da1ecc777f0";

test("the users of the document's own example are online", async () => {
  expect(await whoIsOnline("000585f36eed9e8fb6b655b4")).toEqual(["000585f36eed9e8fb6b655b4"]);
});

test("a session that is over is not active", async () => {
  expect(await isActive(id)).toBe(false);
});

test("a session that the vendor does not know is undefined", async () => {
  // The mock responds with the documented status that `prefer` names.
  expect(await isActive(id, { prefer: "code=404" })).toBeUndefined();
});

test("an id of a wrong form is refused by the mock", async () => {
  const error = await isActive("no-uuid").catch((thrown) => thrown);
  expect(error).toBeInstanceOf(ApiError);
  expect(error.status).toBe(422);
});
