import { expect, test } from "vitest";
import { runEcho } from "./run-echo.ts";

test("twenty-five thousand calls go out right on the wire", async () => {
  const { differences } = await runEcho(1_000, 26_000);
  expect(differences).toEqual([]);
});
