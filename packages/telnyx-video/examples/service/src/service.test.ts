import { deepEqual, equal } from "node:assert/strict";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { after, before, beforeEach, test } from "node:test";
import { InMemorySpanExporter, NodeTracerProvider, SimpleSpanProcessor } from "@opentelemetry/sdk-trace-node";
import { createService } from "./server.js";

const exporter = new InMemorySpanExporter();
new NodeTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] }).register();

const id = "0ccc7b54-4df3-4bca-a65a-3da1ecc777f0";
const service = createService();
let url: string;

before(async () => {
  service.listen(0, "127.0.0.1");
  await once(service, "listening");
  url = `http://127.0.0.1:${(service.address() as AddressInfo).port}`;
});
after(() => service.close());
beforeEach(() => exporter.reset());

/** What was told of the last call: its status, and each of its events. */
function told(): unknown {
  const [span] = exporter.getFinishedSpans();
  return [span?.status.code, ...(span?.events ?? []).map(({ name, attributes }) => [name, attributes?.["attempt"]])];
}

test("a session is found, in one attempt", async () => {
  const response = await fetch(`${url}/sessions/${id}`);
  equal(response.status, 200);
  equal(((await response.json()) as { record_type: string }).record_type, "room_session");
  deepEqual(told(), [0, ["request", 1], ["response", 1]]);
});

test("a session that is not there is a 404, and an error of the span", async () => {
  equal((await fetch(`${url}/sessions/${id}`, { headers: { prefer: "code=404" } })).status, 404);
  deepEqual(told(), [2, ["request", 1], ["response", 1]]);
});

test("an id of a wrong form is the caller's fault", async () => {
  equal((await fetch(`${url}/sessions/no-uuid`)).status, 400);
});

test("calls at once have their events on their own spans, and no id is in a trace", async () => {
  await Promise.all(Array.from({ length: 5 }, () => fetch(`${url}/sessions/${id}`)));
  const spans = exporter.getFinishedSpans();
  deepEqual(
    spans.map(({ events }) => events.map(({ name }) => name)),
    Array.from({ length: 5 }, () => ["request", "response"]),
  );
  equal(JSON.stringify(spans.map(({ name, attributes, events }) => [name, attributes, events])).includes(id), false);
});
