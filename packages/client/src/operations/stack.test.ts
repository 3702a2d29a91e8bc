import { expect, test } from "vitest";
import { stubFetch, type Reply } from "../../test/support/stub-fetch.ts";
import { createSynthetic, httpOf, method } from "../../test/support/synthetic-api.ts";

/** Who is to be found in the stack. */
async function loadOrder(reply: Reply, input: unknown, http: boolean): Promise<unknown> {
  const client = createSynthetic({ apiKey: "key", fetch: stubFetch(reply).fetch, maxRetries: 0 });
  if (http) return await httpOf(client).GET("/things/{id}", { params: input });
  return await method(client, "getThing")(input);
}

const fails: readonly [string, Reply, unknown?][] = [
  ["a documented error", () => Response.json({}, { status: 404 })],
  ["an unusable response", () => new Response("<p>")],
  ["no response", () => Promise.reject(new TypeError("fetch failed"))],
  ["a parameter that can't be right", () => Response.json({}), { path: { id: "" } }],
];

test.each(fails)("the stack of %s leads to the line that called", async (_, reply, input = { path: { id: "1" } }) => {
  const error = await loadOrder(reply, input, false).catch((thrown: unknown) => thrown);
  expect((error as Error).stack).toMatch(/at (async )?loadOrder /);
});

test.each(fails.slice(1))("so does that of %s by openapiFetch", async (_, reply, input = { path: { id: "1" } }) => {
  const error = await loadOrder(reply, input, true).catch((thrown: unknown) => thrown);
  expect((error as Error).stack).toMatch(/at (async )?loadOrder /);
});

test.each([["a text"], [Object.freeze(new RangeError("of a getter"))]])(
  "what a getter of the input throws comes out as it is: %s",
  async (thrown) => {
    const path = Object.defineProperty({}, "id", {
      enumerable: true,
      get: () => {
        throw thrown;
      },
    });
    expect(await loadOrder(() => Response.json({}), { path }, false).catch((error: unknown) => error)).toBe(thrown);
  },
);
