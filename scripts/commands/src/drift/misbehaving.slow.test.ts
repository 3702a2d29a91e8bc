import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { root } from "../workspace/files.ts";
import { drift } from "./drift.ts";
import { madeUp } from "./probe.ts";
import { good, ID, type Api } from "./testing/answers.ts";
import { misbehaviours } from "./testing/misbehaviours.ts";
import { exitCodeOf } from "./verdict.ts";

const KEY = "Bearer drift-key";

let api: Api;
let server: Server;
/** What it was asked, and whether with the key. */
let requests: [url: string | undefined, withKey: boolean][];

beforeAll(async () => {
  server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://stand.in");
    requests.push([request.url, request.headers.authorization === KEY]);
    const isRight = url.pathname === `/v2/room_sessions/${ID}`;
    if (request.headers.authorization !== KEY) api.keyless(response, request);
    else if (url.searchParams.get("include_participants") === "neither") api.wrongType(response, request);
    else (isRight ? api.right : api.unknownId)(response, request);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
});
beforeEach(() => vi.stubEnv("TELNYX_API_KEY", KEY.slice("Bearer ".length)));
afterEach(() => vi.unstubAllEnvs());
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

async function look(change: Partial<Api>, timeoutMs = 30_000): Promise<{ code: number; findings: string[] }> {
  api = { ...good, ...change };
  requests = [];
  const report = await drift({
    root,
    vendor: "telnyx-video",
    parameters: new Map([
      ["room_session_id", ID],
      ["include_participants", "true"],
    ]),
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v2`,
    wrongTypes: true,
    timeoutMs,
  });
  const called = "GET /room_sessions/{room_session_id}";
  const findings = report.findings.map(({ operation, kind, detail }) => {
    expect(operation.startsWith(called)).toBe(true);
    return `${kind}${operation.slice(called.length)}: ${detail}`;
  });
  return { code: exitCodeOf([report]), findings: findings.toSorted() };
}

/** Neither is documented, and no vendor documents all that can be provoked: that is noted and no more. */
const noted = ["undocumented error, with a wrong include_participants: 422", "undocumented error, without a key: 401"];

test("an API that keeps to its document differs in nothing, errors included", async () => {
  expect(await look({})).toEqual({ code: 0, findings: noted });
  const path = "/v2/room_sessions";
  expect(requests).toEqual([
    [`${path}/${ID}?include_participants=true`, true],
    [`${path}/${ID}?include_participants=true`, false],
    [`${path}/${madeUp(ID)}?include_participants=true`, true],
    [`${path}/${ID}?include_participants=neither`, true],
  ]);
});

test.each([
  [ID, /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-a[\da-f]{3}-[\da-f]{12}$/],
  ["000585f36eed9e8fb6b655b4", /^[\da-f]{24}$/],
  ["Room-12/ü", /^[A-Z][a-z]{3}-\d\d\/ü$/],
  ["42", /^\d\d$/],
])("a made-up id has the shape of %s", (id, shape) => {
  expect(madeUp(id)).toMatch(shape);
  expect(madeUp(id)).not.toBe(id);
});

test.each(misbehaviours)("%s is told by name", async (_, code, wanted, change, timeoutMs) => {
  const { findings, ...result } = await look(change, timeoutMs);
  const isIt = (words: string | RegExp, finding: string): boolean =>
    typeof words === "string" ? words === finding : words.test(finding);
  const missed = wanted.filter((words) => !findings.some((finding) => isIt(words, finding)));
  const others = findings.filter(
    (finding) => !noted.includes(finding) && !wanted.some((words) => isIt(words, finding)),
  );
  expect({ ...result, missed, others }).toEqual({ code, missed: [], others: [] });
});
