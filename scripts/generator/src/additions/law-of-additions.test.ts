import { expect, test } from "vitest";
import { breakingAdditions } from "./law-of-additions.ts";

test("what a vendor adds breaks no program of yesterday, but for what the table names", async () => {
  const broken = await breakingAdditions(0, 8);
  expect(broken.filter(({ allowed }) => allowed === undefined)).toEqual([]);
});
