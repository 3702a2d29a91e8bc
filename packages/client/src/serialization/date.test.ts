import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { ofFetch } from "../../test/support/transport.ts";

/** What each Date is sent as for a `format: date`, where the program runs in that time zone. */
function daysIn(zone: string, ...dates: string[]): string[] {
  const module = new URL("./scalar.ts", import.meta.url).href;
  const program = `
    import { scalarText } from ${JSON.stringify(module)};
    for (const date of [${dates.join()}])
      try { console.log(scalarText(date, "date", (why) => { throw new Error(why); })); } catch (error) { console.log(error.message); }`;
  const options = { env: { ...process.env, TZ: zone, NODE_NO_WARNINGS: "1" }, encoding: "utf8" } as const;
  return spawnSync(process.execPath, ["--input-type=module", "--eval", program], options).stdout.trim().split("\n");
}

test.each(["Asia/Seoul", "America/New_York", "UTC", "Asia/Kolkata"])(
  "a day is that of its midnight, in %s",
  ofFetch,
  (zone) => {
    const local = "new Date(2026, 0, 2)";
    const utc = 'new Date("2026-01-02")';
    const afterTheClocksWentForward = "new Date(2026, 6, 2)";
    const moment = 'new Date("2026-01-02T10:00:00.001Z")';
    expect(daysIn(zone, local, utc, afterTheClocksWentForward, moment)).toEqual([
      "2026-01-02",
      "2026-01-02",
      "2026-07-02",
      expect.stringMatching(/is a moment and no day/),
    ]);
  },
);
