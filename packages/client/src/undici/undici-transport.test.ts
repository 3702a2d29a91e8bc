import { Agent } from "undici";
import { describe, expect, test } from "vitest";
import { serve } from "../../test/support/http-server.ts";
import { KEY, leaks } from "../../test/support/secrets.ts";
import { createSynthetic, method } from "../../test/support/synthetic-api.ts";
import { clientOver, undicis } from "../../test/undici/client.ts";
import type { Transport } from "../transport/transport.ts";
import { undiciTransport } from "../undici.ts";

const options = { apiKey: KEY, maxRetries: 0 };

describe("undiciTransport", () => {
  test("without a dispatcher sends by an Agent of the installed undici, for any number of clients", async () => {
    await using server = await serve((_, response) => response.end("{}"));
    await using transport = undiciTransport();
    const clients = [1, 2].map(() => createSynthetic({ ...options, baseUrl: server.origin, transport }));
    const calls = clients.map((client) => method(client, "open")());
    await expect(Promise.all(calls)).resolves.toEqual([{}, {}]);
  });

  test("closed, ends what is in flight, then refuses: a ConfigError, not retried, with a stack to the call", async () => {
    let requests = 0;
    await using server = await serve((_, response) => void (requests++, setImmediate(() => response.end("{}"))));
    const transport = undiciTransport();
    const client = createSynthetic({ apiKey: KEY, baseUrl: server.origin, transport });
    const inFlight = method(client, "open")();
    const closed = transport.close();
    await expect(inFlight).resolves.toEqual({});
    await closed;
    await transport[Symbol.asyncDispose]();
    async function callAfter(): Promise<void> {
      await method(client, "open")();
    }
    const error = await callAfter().catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: "ConfigError", operation: "open" });
    expect(String(error)).toMatch(/^ConfigError: open: its transport .* is closed$/);
    expect((error as Error).stack).toContain("callAfter");
    expect(requests).toBe(1);
  });

  test("a dispatcher that is given is left open", async () => {
    await using server = await serve((_, response) => response.end("{}"));
    const { undici } = undicis[0] as (typeof undicis)[0];
    const dispatcher = new undici.Agent();
    await undiciTransport({ dispatcher }).close();
    await expect(method(clientOver(dispatcher, server.origin), "open")()).resolves.toEqual({});
    await dispatcher.destroy();
  });

  test.each([[null], [{}], ["agent"], [{ dispatch: true }], [() => {}]])(
    "the dispatcher %j is refused",
    (dispatcher) => {
      expect(() => undiciTransport({ dispatcher } as never)).toThrow(
        expect.objectContaining({ name: "ConfigError", message: 'option "dispatcher" must be a Dispatcher of undici' }),
      );
    },
  );

  test("an option that is not known is refused", () => {
    expect(() => undiciTransport({ agent: 1 } as never)).toThrow('option "agent" is not known');
  });
});

test.each(["reset", "not JSON", "cut"])("the stack of an error leads to the call: %s", async (fault) => {
  await using server = await serve((_, response) => {
    if (fault === "reset") response.socket?.destroy();
    else if (fault === "cut") response.writeHead(200, { "content-encoding": "gzip" }).end(Buffer.from([0x1f, 0x8b, 8]));
    else response.end("<p>");
  });
  await using transport = undiciTransport();
  async function theCaller(): Promise<void> {
    await method(createSynthetic({ ...options, baseUrl: server.origin, transport }), "open")();
  }
  const error = await theCaller().catch((thrown: unknown) => thrown);
  expect((error as Error).stack).toMatch(/at (async )?theCaller /);
});

test("what stands round a transport is given an AbortSignal, and ends the call with it", async () => {
  await using server = await serve(() => {});
  await using transport = undiciTransport();
  const signals: AbortSignal[] = [];
  const round = Object.assign((...given: Parameters<Transport>) => {
    signals.push(given[1].signal);
    return transport(...given);
  }, transport);
  const client = createSynthetic({ ...options, baseUrl: server.origin, transport: round, timeoutMs: 50 });
  await expect(method(client, "open")()).rejects.toMatchObject({ name: "TimeoutError" });
  expect(signals).toEqual([expect.any(AbortSignal)]);
  expect(signals[0]?.aborted).toBe(true);
});

describe("the option `transport`", () => {
  const none = [{}, null, "undici", () => {}, new Agent(), undiciTransport, { close: () => {} }, false, ""];
  test.each(none.map((each) => [each]))("%s is refused", (transport) => {
    expect(() => createSynthetic({ ...options, transport })).toThrow(
      expect.objectContaining({ name: "ConfigError", message: expect.stringMatching(/^option "transport" must be/) }),
    );
  });

  test("beside `fetch` is refused", () => {
    const transport = undiciTransport();
    expect(() => createSynthetic({ ...options, fetch, transport })).toThrow(/^option "transport" .* without fetch/);
  });
});

describe.each(undicis)("with a dispatcher of $name", ({ undici }) => {
  test.each(["close", "destroy"] as const)(
    "on which %s was called: a ConfigError, and nothing is sent",
    async (end) => {
      const dispatcher = new undici.Agent();
      await dispatcher[end]();
      const client = clientOver(dispatcher, "http://127.0.0.1:9", { maxRetries: 2 });
      const error = await method(client, "open")().catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ name: "ConfigError", operation: "open" });
      expect(leaks(error, "key-of-a-test")).toEqual([]);
    },
  );

  test.each(["before the headers", "within the body"])("that is destroyed %s: a ConnectionError", async (when) => {
    const dispatcher = new undici.Agent();
    await using server = await serve((_, response) => {
      if (when === "within the body") response.write('{"a"');
      setImmediate(() => void dispatcher.destroy());
    });
    const client = clientOver(dispatcher, server.origin);
    await expect(method(client, "open")()).rejects.toMatchObject({ name: "ConnectionError" });
  });

  test("that is closed in mid-call: the call ends as it would", async () => {
    const dispatcher = new undici.Agent();
    let closed: Promise<void> | undefined;
    await using server = await serve((_, response) => {
      closed = dispatcher.close();
      response.end("{}");
    });
    await expect(method(clientOver(dispatcher, server.origin), "open")()).resolves.toEqual({});
    await closed;
  });
});

describe("a dispatcher that is none of undici's", () => {
  const over = (dispatch: (options: unknown, handler: never) => unknown, more = {}) => {
    const transport = undiciTransport({ dispatcher: { dispatch } as never });
    return method(createSynthetic({ ...options, transport, ...more }), "open")();
  };

  test("that throws what undici 6 throws: a ConfigError that says which versions serve", async () => {
    const thrown = Object.assign(new Error("invalid onConnect method"), { code: "UND_ERR_INVALID_ARG" });
    const call = over(() => {
      throw thrown;
    });
    await expect(call).rejects.toMatchObject({ name: "ConfigError", message: expect.stringMatching(/undici 7 or 8/) });
  });

  test("that calls what only undici 6's handlers have: a ConfigError, too", async () => {
    const call = over((_, handler: { onConnect(): void }) => {
      handler.onConnect();
    });
    await expect(call).rejects.toMatchObject({ name: "ConfigError", message: expect.stringMatching(/undici 7 or 8/) });
  });

  test("that throws anything else: a ConnectionError", async () => {
    const call = over(() => {
      throw undefined;
    });
    await expect(call).rejects.toMatchObject({ name: "ConnectionError" });
  });

  test("that does nothing: the deadline ends the call", async () => {
    await expect(over(() => true, { timeoutMs: 20 })).rejects.toMatchObject({ name: "TimeoutError" });
  });
});
