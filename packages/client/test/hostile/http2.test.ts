import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { transport } from "../support/transport.ts";
import { bodyFaults } from "./faults/bodies.ts";
import { capFaults } from "./faults/caps.ts";
import { contentFaults } from "./faults/contents.ts";
import { encodingFaults } from "./faults/encodings.ts";
import { idempotenceFaults } from "./faults/idempotence.ts";
import { phaseFaults } from "./faults/phases.ts";
import { redirectFaults } from "./faults/redirects.ts";
import { reflections } from "./faults/reflections.ts";
import { retryFaults } from "./faults/retries.ts";
import { retryAfterFaults } from "./faults/retry-after.ts";
import { errorShapes, fetchStatuses, statusFaults } from "./faults/statuses.ts";
import { trusted } from "./faults/tls.ts";
import { startHttp2Server } from "./http2-server.ts";
import { runFault } from "./run-fault.ts";

const before = getCACertificates("default");
beforeAll(() => setDefaultCACertificates([...before, trusted.cert]));
afterAll(() => setDefaultCACertificates(before));

/** The table, but for what HTTP/2 has no words for. A 204 that has a length is an error there (nghttp2). */
const faults = [
  bodyFaults,
  capFaults,
  contentFaults,
  encodingFaults,
  idempotenceFaults,
  phaseFaults,
  redirectFaults,
  reflections,
  retryFaults,
  retryAfterFaults,
  statusFaults,
  fetchStatuses,
  errorShapes,
]
  .flat()
  .filter(({ name }) => name !== "204 with a body that must not be");

// The fetch of Node before 26 does not speak it.
const isSpoken = transport !== undefined || Number.parseInt(process.versions.node, 10) >= 26;

(isSpoken ? describe.concurrent : describe.skip)("over HTTP/2", () => {
  test.each(faults)("$name", async (fault) => {
    const start = (...[script, { abort } = {}]: Parameters<typeof import("./server.ts").startServer>) =>
      startHttp2Server(script, trusted, abort);
    await expect(runFault(fault, "method", start)).resolves.toBeUndefined();
  });
});
