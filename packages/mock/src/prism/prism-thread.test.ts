import { expect, test } from "vitest";
import { PrismThread } from "./prism-thread.ts";

test.each([
  ["throws", 'throw new Error("out of luck")', /Error: out of luck/],
  ["rejects", 'Promise.reject(new Error("out of luck"))', /Error: out of luck/],
  ["throws no error", 'throw "out of luck"', /^out of luck$/],
  ["exits", "process.exit(3)", /^exit code 3$/],
])("a thread that %s tells why it ended, and no order waits for it", async (_, code, words) => {
  const thread = new PrismThread(`require("node:worker_threads").parentPort.on("message", () => { ${code} });`);
  expect(await thread.tell("close")).toBeUndefined();
  expect(await thread.ended).toMatch(words);
});

test("a thread that does not close in time is ended", async () => {
  const thread = new PrismThread('require("node:worker_threads").parentPort.on("message", () => { for (;;); });');
  await thread.release();
  expect(await thread.ended).toBe("exit code 1");
});
