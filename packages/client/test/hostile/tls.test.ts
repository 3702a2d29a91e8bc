import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { KEY, leaks } from "../support/secrets.ts";
import { createSynthetic, method } from "../support/synthetic-api.ts";
import { plainFaults, tlsFaults, trusted } from "./faults/tls.ts";
import { startServer } from "./server.ts";
import { faultSuite } from "./suite.ts";

const before = getCACertificates("default");
beforeAll(() => setDefaultCACertificates([...before, trusted.cert]));
afterAll(() => setDefaultCACertificates(before));

faultSuite("TLS", tlsFaults);

describe.concurrent("what answers is no TLS server", () => {
  test.each(plainFaults)("$name", async ({ onConnect, expect: outcome }) => {
    const server = await startServer(() => {}, { onConnect });
    const baseUrl = server.origin.replace("http:", "https:");
    const client = createSynthetic({ apiKey: KEY, baseUrl, maxRetries: 0, timeoutMs: 300 });
    const error = await method(client, "open")().catch((thrown: unknown) => thrown);
    await server.close();
    expect(error).toMatchObject({ name: outcome.name });
    expect(server.heads).toEqual([]);
    expect(leaks(error)).toEqual([]);
  });
});
