import { expect, test } from "vitest";
import { refusalOf } from "./node-version.ts";

test.each([
  ["18.20.4", "linux", "@x/mock needs Node 20.19 or newer; this is Node 18.20.4."],
  ["20.18.3", "darwin", "@x/mock needs Node 20.19 or newer; this is Node 20.18.3."],
  ["20.19.0", "linux", undefined],
  ["20.20.2", "win32", "On Windows, @x/mock needs Node 22 or newer; this is Node 20.20.2."],
  ["22.0.0", "win32", undefined],
  ["26.10.0", "linux", undefined],
])("Node %s on %s: %s", (version, platform, refusal) => {
  expect(refusalOf(version, platform)).toBe(refusal);
});
