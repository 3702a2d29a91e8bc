import { expect, test } from "vitest";
import { runEcho } from "./run-echo.ts";

test("a sample of calls goes out right on the wire", async () => {
  const { cases, refused, differences } = await runEcho(0, 400);
  expect(differences).toEqual([]);
  // What is refused is tried too, and is not the most of it.
  expect(refused).toBeGreaterThan(cases / 50);
  expect(refused).toBeLessThan(cases / 4);
});
