import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { root } from "../workspace/files.ts";
import { drift } from "./drift.ts";

const ID = "7b61621f-62e0-4aad-ab11-9fd19e272e73";
beforeEach(() => vi.stubEnv("TELNYX_API_KEY", "drift-key"));
afterEach(() => vi.unstubAllEnvs());

test("an operation whose parameters are not given is not called", async () => {
  const report = await drift({ root, vendor: "telnyx-video", parameters: new Map(), baseUrl: "http://127.0.0.1:1" });
  expect(report).toMatchObject({ called: [], readOnly: 1, operations: 1 });
  expect(report.findings).toMatchObject([{ kind: "not called", detail: "needs --parameter room_session_id=…" }]);
});

test("without a key nothing is called, and it says so", async () => {
  vi.stubEnv("TELNYX_API_KEY", undefined);
  const report = await drift({ root, vendor: "telnyx-video", parameters: new Map(), baseUrl: undefined });
  expect(report.skipped).toContain("TELNYX_API_KEY in the environment) is missing");
  expect(report.called).toEqual([]);
});

test("an API that is not there is a failure, not a difference", async () => {
  const parameters = new Map([["room_session_id", ID]]);
  const report = await drift({ root, vendor: "telnyx-video", parameters, baseUrl: "http://127.0.0.1:1" });
  expect(report.findings.map(({ kind }) => kind)).toEqual(["failed"]);
});

test("the command can't pass without a key, nor without parameters", () => {
  const { TELNYX_API_KEY: _, DRIFT_PARAMETERS: __, ...env } = process.env;
  const drifted = (key: object): [number | null, string] => {
    const args = [join(root, "scripts/commands/src/drift.ts"), "telnyx-video", "--base-url", "http://127.0.0.1:1"];
    const { status, stdout } = spawnSync(process.execPath, args, { env: { ...env, ...key }, encoding: "utf8" });
    return [status, stdout];
  };
  expect(drifted({})).toEqual([2, expect.stringContaining("telnyx-video: nothing was called: the API key")]);
  expect(drifted({ TELNYX_API_KEY: "drift-key" })).toEqual([
    2,
    expect.stringContaining("telnyx-video: called 0 of 1 read-only operation (1 in all): nothing was called.\n"),
  ]);
  const unreachable = { TELNYX_API_KEY: "drift-key", DRIFT_PARAMETERS: `room_session_id=${ID}` };
  expect(drifted(unreachable)).toEqual([3, expect.stringContaining("called 1 of 1 read-only operation (1 in all)")]);
});
