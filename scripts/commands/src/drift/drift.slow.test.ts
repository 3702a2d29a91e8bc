import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { root } from "../workspace/files.ts";
import { drift } from "./drift.ts";
import { isDrift } from "./observe.ts";

const ID = "7b61621f-62e0-4aad-ab11-9fd19e272e73";
const participant = {
  id: ID,
  session_id: ID,
  context: "Alice",
  record_type: "room_participant",
  joined_at: "2021-04-16T09:46:20Z",
  updated_at: "2021-04-16T09:46:20Z",
  left_at: "2021-04-16T09:46:20Z",
};
const whole = {
  id: ID,
  room_id: ID,
  active: true,
  record_type: "room_session",
  participants: [participant],
  created_at: "2021-04-16T09:46:20Z",
  updated_at: "2021-04-16T09:46:20Z",
  ended_at: "2021-04-16T09:46:20Z",
};

/** The live API's stand-in: responds as it is told, and keeps what it was asked. */
let upstream: Server;
let next: { status: number; body: unknown };
let requests: { url: string | undefined; authorization: string | undefined }[];

beforeAll(async () => {
  upstream = createServer((request, response) => {
    requests.push({ url: request.url, authorization: request.headers.authorization });
    response.writeHead(next.status, { "content-type": "application/json" }).end(JSON.stringify(next.body));
  });
  upstream.listen(0, "127.0.0.1");
  await once(upstream, "listening");
});
beforeEach(() => {
  requests = [];
  vi.stubEnv("TELNYX_API_KEY", "drift-key");
});
afterEach(() => vi.unstubAllEnvs());
afterAll(() => void upstream.close());

async function look(status: number, body: unknown) {
  next = { status, body };
  const parameters = new Map([
    ["room_session_id", ID],
    ["include_participants", "true"],
  ]);
  const baseUrl = `http://127.0.0.1:${(upstream.address() as AddressInfo).port}/v2`;
  const report = await drift({ root, vendor: "telnyx-video", parameters, baseUrl });
  return {
    ...report,
    findings: report.findings.map(({ kind, detail }) => `${kind}: ${detail}`),
    drifted: report.findings.some(isDrift),
  };
}

test("an API that keeps to its document gives no finding", async () => {
  expect(await look(200, { data: whole })).toMatchObject({ findings: [], drifted: false });
  expect(requests).toEqual([
    { url: `/v2/room_sessions/${ID}?include_participants=true`, authorization: "Bearer drift-key" },
  ]);
});

test("a wrong type, an unknown field and one that never comes are each told", async () => {
  const { context: _, ...others } = participant;
  const body = { data: { ...whole, active: "yes", mood: 1, participants: [{ ...others, hat: true }] } };
  const { findings, drifted } = await look(200, body);
  expect(findings.toSorted()).toEqual([
    "field never seen: /components/schemas/RoomParticipant/properties/context",
    "unknown field: data.mood",
    "unknown field: data.participants[].hat",
    expect.stringMatching(/^violation: .*active.*boolean/),
  ]);
  expect(drifted).toBe(true);
});

test("an undocumented status is told, though Prism mocks a response in its place", async () => {
  const { findings, drifted } = await look(501, {});
  expect(findings).toContain("undocumented status: 501");
  expect(drifted).toBe(true);
});

test.each([401, 403])("a key that is not accepted (%i) is no difference, and no agreement", async (status) => {
  const { findings, drifted } = await look(status, { errors: [{ odd: true }] });
  expect(findings).toEqual([`not authorised: ${status}`]);
  expect(drifted).toBe(false);
});

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
