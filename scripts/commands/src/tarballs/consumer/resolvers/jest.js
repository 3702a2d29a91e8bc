// Jest without any configuration: plain `require`.
const { call } = require("./call.cjs");

test("both vendors are called", async () => {
  expect(await call()).toEqual(JSON.parse(process.env.ANSWERS));
});
