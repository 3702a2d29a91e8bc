import * as fc from "fast-check";
import { expect, test } from "vitest";
import { stubFetch } from "../../test/support/stub-fetch.ts";
import { api, createSynthetic, httpOf, method } from "../../test/support/synthetic-api.ts";
import { SdkError } from "../index.ts";

const anything = fc.anything({
  withBigInt: true,
  withDate: true,
  withMap: true,
  withSet: true,
  withNullPrototype: true,
});
const names = fc.constantFrom(...Object.keys(api.operations));
const part = (key: string): fc.Arbitrary<object> => anything.map((value) => ({ [key]: value }));
const input = fc.oneof(
  anything,
  fc.tuple(...["path", "query", "header", "body"].map(part)).map((parts) => Object.assign({}, ...parts) as object),
);
const limits = ["timeoutMs", "totalTimeoutMs", "maxRetries", "maxResponseBytes", "headers", "idempotent"];
const options = fc.oneof(anything, fc.constantFrom(...limits).chain(part));

/** A typed error for a call that fails, undefined for one that resolves; anything else is thrown. */
async function outcome(call: () => Promise<unknown>): Promise<SdkError | undefined> {
  try {
    await call();
    return undefined;
  } catch (error) {
    if (error instanceof SdkError) return error;
    throw error;
  }
}

test("whatever a method is called with, it resolves or rejects with a typed error", async () => {
  const client = createSynthetic({ apiKey: "key", maxRetries: 0, fetch: stubFetch().fetch });
  await fc.assert(
    fc.asyncProperty(names, input, options, async (name, given, other) => {
      const error = await outcome(() => method(client, name)(given, other));
      expect(error?.operation ?? name).toBe(name);
    }),
    { numRuns: 3_000, seed: 5 },
  );
});

test("whatever openapiFetch is called with, it resolves or rejects with a typed error", async () => {
  const http = httpOf(createSynthetic({ apiKey: "key", maxRetries: 0, fetch: stubFetch().fetch }));
  const known = fc.constantFrom(...Object.values(api.operations).map(({ method: verb, path }) => [verb, path]));
  const route = fc.oneof(known, fc.tuple(anything, anything));
  await fc.assert(
    fc.asyncProperty(
      route,
      fc.oneof(
        anything,
        part("params"),
        part("headers"),
        part("body"),
        part("parseAs"),
        part("middleware"),
        part("pathSerializer"),
      ),
      async (given, init) => {
        const error = await outcome(() => http.request(...given, init));
        expect(error?.name ?? "ConfigError").toMatch(/^(ConfigError|ResponseError|ConnectionError)$/);
      },
    ),
    { numRuns: 3_000, seed: 6 },
  );
});

test("whatever fetch fails with or gives, the call rejects with a typed error", async () => {
  await fc.assert(
    fc.asyncProperty(names, anything, fc.boolean(), async (name, value, rejects) => {
      const fetch = (): Promise<unknown> => (rejects ? Promise.reject(value) : Promise.resolve(value));
      const client = createSynthetic({ apiKey: "key", maxRetries: 0, fetch });
      const error = await outcome(() => method(client, name)({ path: { id: "1" } }));
      expect(error).toBeInstanceOf(SdkError);
    }),
    { numRuns: 1_000, seed: 7 },
  );
});
