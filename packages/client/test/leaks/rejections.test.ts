import { describe, expect, test } from "vitest";
import { runChild } from "../support/child.ts";

describe("a failed call", () => {
  test("is one unhandled rejection where nobody awaits it, and none where somebody does", async () => {
    const { report } = await runChild<Record<string, number>>(new URL("children/rejections.ts", import.meta.url));
    expect(report).toEqual({
      "nobody awaits": 1,
      "nobody awaits withResponse": 1,
      "both, nobody awaits": 1,
      "the call is caught": 0,
      "withResponse is caught": 0,
      "both are caught": 0,
      "refused input, nobody awaits": 1,
      "refused input, withResponse": 1,
      "openapiFetch, nobody awaits": 1,
    });
  });
});
