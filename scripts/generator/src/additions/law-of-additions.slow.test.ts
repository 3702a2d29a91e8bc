import { expect, test } from "vitest";
import { breakingAdditions } from "./law-of-additions.ts";

test("a thousand additions break no program of yesterday, but for what the table names", async () => {
  const broken = await breakingAdditions(0, 1_000);
  expect(broken.filter(({ allowed }) => allowed === undefined)).toEqual([]);
  // A table that allows what never breaks would hide what it is for.
  expect(new Set(broken.map(({ allowed }) => allowed))).toEqual(
    new Set([
      "a first JSON media type beside others",
      "a success media type of another kind: the result becomes a union",
      "a request media type that sorts first, where none is JSON",
      "a success status: the result becomes a union",
      "an operationId that another operation has, and the path sorts first",
    ]),
  );
});
