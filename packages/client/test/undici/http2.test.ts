import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeCertificate } from "../hostile/certificate.ts";
import { method } from "../support/synthetic-api.ts";
import { clientOver, undicis } from "./client.ts";
import { RESETS, serveHttp2, type Http2End } from "./http2-frames.ts";

const certificate = makeCertificate();
const WHOLE = '{"ok":1}';
const { NO_ERROR, CANCEL, INTERNAL_ERROR, REFUSED_STREAM } = RESETS;

describe.each(undicis)("HTTP/2 over $name", ({ undici }) => {
  let agent: InstanceType<typeof undici.Agent>;
  beforeAll(() => {
    agent = new undici.Agent({ allowH2: true, connect: { ca: certificate.cert } });
  });
  afterAll(() => agent.destroy());

  async function outcome(end: Http2End): Promise<unknown> {
    await using server = await serveHttp2(certificate, end);
    return await method(clientOver(agent, server.origin), "open")().catch((error: Error) => error.name);
  }

  test("a whole body is a success", async () => {
    await expect(outcome({ body: WHOLE })).resolves.toEqual({ ok: 1 });
    await expect(outcome({ body: WHOLE, contentLength: 8 })).resolves.toEqual({ ok: 1 });
  });

  test.each([INTERNAL_ERROR, REFUSED_STREAM])(
    "a reset with code %d in mid-body is a ConnectionError",
    async (reset) => {
      await expect(outcome({ body: WHOLE, reset })).resolves.toBe("ConnectionError");
      await expect(outcome({ body: WHOLE, contentLength: 8, reset })).resolves.toBe("ConnectionError");
    },
  );

  test.each([NO_ERROR, CANCEL])(
    "a reset with code %d short of the content-length is a ResponseError",
    async (reset) => {
      await expect(outcome({ body: WHOLE, contentLength: 11, reset })).resolves.toBe("ResponseError");
    },
  );

  test("an end short of the content-length is an error", async () => {
    // Whether the end or the error comes first depends on undici's version.
    expect(["ConnectionError", "ResponseError"]).toContain(await outcome({ body: WHOLE, contentLength: 11 }));
  });

  // undici hides it, as Node's own HTTP/2 does: told here, should that change.
  test.each([NO_ERROR, CANCEL])("a reset with code %d and no content-length reads as an end", async (reset) => {
    await expect(outcome({ body: WHOLE, reset })).resolves.toEqual({ ok: 1 });
  });
});
