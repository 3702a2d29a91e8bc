import { expect, test } from "vitest";
import { stubFetch } from "../../test/support/stub-fetch.ts";
import { createSynthetic, method } from "../../test/support/synthetic-api.ts";

test.each([
  [{ timeoutMs: 0 }, 'option "timeoutMs" must be an integer from 1 to 2147483647'],
  [{ timeoutMs: 1.5 }, 'option "timeoutMs" must be'],
  [{ totalTimeoutMs: 2 ** 31 }, 'option "totalTimeoutMs" must be'],
  [{ maxRetries: -1 }, 'option "maxRetries" must be an integer from 0 to 2147483647'],
  [{ maxResponseBytes: "5" }, 'option "maxResponseBytes" must be'],
  [{ fetch: "fetch" }, 'option "fetch" must be a function'],
  [{ onEvent: null }, 'option "onEvent" must be a function'],
  [{ dangerouslyAllowInsecureHttp: "false" }, 'option "dangerouslyAllowInsecureHttp" must be a boolean'],
  [{ dangerouslyAllowBrowser: 1 }, 'option "dangerouslyAllowBrowser" must be a boolean'],
])("the option of a client %j is refused in words", (options, message) => {
  expect(() => createSynthetic({ apiKey: "key", ...options })).toThrow(message);
});

test.each([
  [{ idempotent: "false" }, 'option "idempotent" must be a boolean'],
  [{ signal: {} }, 'option "signal" must be an AbortSignal'],
])("the option of a call %j is refused in words", async (options, message) => {
  const client = createSynthetic({ apiKey: "key", fetch: stubFetch().fetch });
  await expect(method(client, "listThings")({}, options)).rejects.toThrow(`listThings: ${message}`);
});
