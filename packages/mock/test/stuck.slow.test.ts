import { startMock } from "@x/mock";
import { expect, test } from "vitest";

const HARD = {
  openapi: "3.1.0",
  info: {},
  paths: {
    "/word": {
      get: {
        parameters: [{ name: "word", in: "query", schema: { type: "string", pattern: "^(a+)+$" } }],
        responses: { 200: { description: "" } },
      },
    },
  },
};

test("a mock that is stuck in a pattern for good is closed all the same", async () => {
  const mock = await startMock(HARD);
  const stuck = fetch(`${mock.url}/word?word=${"a".repeat(60)}!`).catch(String);
  // Once others are not served, the first is in the pattern.
  const isServed = (): Promise<boolean> =>
    fetch(`${mock.url}/word`, { signal: AbortSignal.timeout(250) }).then(
      () => true,
      () => false,
    );
  while (await isServed());
  await mock.close();
  expect(await stuck).toBe("TypeError: fetch failed");
  await using next = await startMock(HARD);
  expect((await fetch(`${next.url}/word`)).status).toBe(200);
});
