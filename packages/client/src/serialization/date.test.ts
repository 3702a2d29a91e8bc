import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { ofFetch } from "../../test/support/transport.ts";

/** What a Date is sent as for a `format: date`, where the program runs in that time zone. */
function dayIn(zone: string, date: string): string {
  const module = new URL("./scalar.ts", import.meta.url).href;
  const program = `
    import { scalarText } from ${JSON.stringify(module)};
    try { console.log(scalarText(${date}, "date", (why) => { throw new Error(why); })); } catch (error) { console.log(error.message); }`;
  const options = { env: { ...process.env, TZ: zone, NODE_NO_WARNINGS: "1" }, encoding: "utf8" } as const;
  return spawnSync(process.execPath, ["--input-type=module", "--eval", program], options).stdout.trim();
}

test.each(["Asia/Seoul", "America/New_York", "UTC", "Asia/Kolkata"])(
  "a day is that of its midnight, in %s",
  ofFetch,
  (zone) => {
    expect(dayIn(zone, "new Date(2026, 0, 2)")).toBe("2026-01-02");
    expect(dayIn(zone, 'new Date("2026-01-02")')).toBe("2026-01-02");
    // After the clocks went forward.
    expect(dayIn(zone, "new Date(2026, 6, 2)")).toBe("2026-07-02");
    expect(dayIn(zone, 'new Date("2026-01-02T10:00:00.001Z")')).toMatch(/is a moment and no day/);
  },
);
