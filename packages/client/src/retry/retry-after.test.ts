import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { retryAfterMs } from "./retry-after.ts";

const NOW = Date.parse("2026-11-21T10:00:00Z");

describe("Retry-After", () => {
  beforeEach(() => void vi.useFakeTimers({ now: NOW, toFake: ["Date"] }));
  afterEach(() => void vi.useRealTimers());

  test.each([
    ["0", 0],
    ["7", 7_000],
    ["86400", 86_400_000],
    ["Sat, 21 Nov 2026 10:00:05 GMT", 5_000],
    ["Saturday, 21-Nov-26 10:00:05 GMT", 5_000],
    ["Sat, 21 Nov 2026 09:00:00 GMT", 0],
    ["Sat, 21 Nov 2026 12:00:05 +0200", 5_000],
    ["Fri, 01 Jan 2099 00:00:00 GMT", Date.parse("2099-01-01T00:00:00Z") - NOW],
  ])("%j is %d ms", (value, expected) => {
    expect(retryAfterMs(value)).toBe(expected);
  });

  test("a date without a time zone is in GMT, wherever the client is", () => {
    vi.stubEnv("TZ", "Asia/Seoul");
    expect(new Date(0).getHours()).toBe(9);
    expect(retryAfterMs("Sat Nov 21 10:00:05 2026")).toBe(5_000);
    vi.unstubAllEnvs();
  });

  test.each([
    null,
    "",
    "-5",
    "1.5",
    "soon",
    "in 5 minutes",
    "in 2050",

    "+1",
    "0x10",
    "1, 2",
    "1e3",
    "NaN",
    "Fri, 99 Zzz 2099 00:00:00 GMT",
  ])("%j is none", (value) => {
    expect(retryAfterMs(value)).toBeUndefined();
  });
});
