import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "vitest";
import { ApiError, ConfigError, SdkError } from "../../src/index.ts";
import type { Transport } from "../../src/transport/transport.ts";
import { KEY, leaks } from "../support/secrets.ts";
import { api, createSynthetic, httpOf, method, type AnyClient, type AnyOptions } from "../support/synthetic-api.ts";
import { transport } from "../support/transport.ts";
import type { Fault, Outcome } from "./fault.ts";
import { fine } from "./scripts.ts";
import { startServer } from "./server.ts";

/** What a call came to. */
type Result = { data: unknown } | { error: unknown };

/** Plays one row of the table by an operation's method or by `openapiFetch`, and judges everything that it states. */
export async function runFault(
  fault: Fault,
  by: "method" | "openapiFetch",
  startOne: typeof startServer = startServer,
): Promise<void> {
  const outcome = (by === "openapiFetch" && fault.openapiFetch) || fault.expect;
  const controller = new AbortController();
  const abort = (): void => controller.abort(new Error("the caller had enough"));
  const warmed = fault.warm ? 1 : 0;
  const serve = fault.serve ?? fine;
  const server = await startOne(
    (exchange) =>
      exchange.number <= warmed ? fine(exchange) : serve({ ...exchange, number: exchange.number - warmed }),
    { onConnect: fault.onConnect, certificate: fault.certificate, abort },
  );
  const events: unknown[] = [];
  const options: AnyOptions = {
    apiKey: KEY,
    baseUrl: `${server.origin}/v1`,
    maxRetries: 0,
    // Far more than any case takes on a busy machine; those about time have a limit of their own.
    timeoutMs: 20_000,
    onEvent: (event: { type: string }) => {
      events.push(event);
      if (fault.abortAt === "back-off" && event.type === "retry") abort();
    },
    ...(fault.abortAt === "headers" && abortingAfterHeaders(abort)),
    ...fault.client,
  };
  if (fault.abortAt === "start") abort();
  try {
    let client: AnyClient | undefined;
    const start = performance.now();
    const call = async (): Promise<Result> => {
      try {
        client = createSynthetic(options);
      } catch (error) {
        return { error: new Thrown(error) };
      }
      if (warmed) await method(client, "listThings")(undefined, { maxResponseBytes: 1_000 }).catch(() => {});
      return (by === "method" ? viaMethod : viaOpenapiFetch)(client, fault, controller.signal);
    };
    // Less than the time-out, more than a busy machine takes.
    const { withinMs = 15_000 } = fault;
    const result = await Promise.race([call(), tooLate(withinMs)]);
    const tookMs = performance.now() - start;
    judge(result, outcome);
    expect(tookMs).toBeLessThan(withinMs);
    expect(server.heads.length - warmed, "requests that the server saw").toBe(fault.requests);
    if (fault.head) for (const head of server.heads.slice(warmed)) expect(head).toMatch(fault.head);
    expect({
      inError: "error" in result ? leaks(result.error) : [],
      inEvents: leaks(events),
      inClient: leaks(client),
    }).toEqual({
      inError: [],
      inEvents: [],
      inClient: [],
    });
  } finally {
    await server.close();
  }
}

/** A factory's exception, so that it is not taken for a call's. */
class Thrown {
  readonly error: unknown;
  constructor(error: unknown) {
    this.error = error;
  }
}

async function viaMethod(client: AnyClient, fault: Fault, signal: AbortSignal): Promise<Result> {
  const name = fault.operation ?? "getThing";
  try {
    return { data: await method(client, name)(inputOf(fault), { signal, ...fault.call }) };
  } catch (error) {
    return { error };
  }
}

async function viaOpenapiFetch(client: AnyClient, fault: Fault, signal: AbortSignal): Promise<Result> {
  const definition = api.operations[fault.operation ?? "getThing"];
  const { body, ...params } = Object(inputOf(fault)) as { body?: unknown };
  try {
    const init = { params, body, signal, ...fault.call };
    const { data, error, response } = await httpOf(client).request(definition?.method, definition?.path, init);
    if (response.ok) return { data };
    expect(error, "an error response that reads as success").toBeTruthy();
    return { error: error instanceof SdkError ? error : { status: response.status, body: error } };
  } catch (error) {
    return { error };
  }
}

function inputOf(fault: Fault): unknown {
  if ("input" in fault) return fault.input;
  const hasPath = api.operations[fault.operation ?? "getThing"]?.parameters?.path;
  return hasPath ? { path: { id: "t1" } } : {};
}

function judge(result: Result, outcome: Outcome): void {
  if (outcome.name === "resolves") {
    if ("error" in result) throw new Error("it should resolve", { cause: result.error });
    if ("body" in outcome) expect(result.data).toEqual(outcome.body);
    return;
  }
  if (!("error" in result)) throw new Error(`it should be a ${outcome.name} but resolves`);
  let { error } = result;
  if (outcome.name === "throws") {
    expect(error).toBeInstanceOf(Thrown);
    error = (error as Thrown).error;
    expect(error).toBeInstanceOf(ConfigError);
  } else if (error instanceof SdkError || outcome.name !== "ApiError") {
    if (!(error instanceof SdkError)) throw new Error(`it should be a ${outcome.name}`, { cause: error });
    expect(`${error.name}: ${error.message}`).toMatch(new RegExp(`^${outcome.name}: `));
    expect(error.operation).toBeDefined();
  }
  if (outcome.status !== undefined) expect(error).toMatchObject({ status: outcome.status });
  if ("body" in outcome) expect((error as { body: unknown }).body).toEqual(outcome.body);
  if (outcome.message && error instanceof SdkError) expect(error.message).toMatch(outcome.message);
  if ("retryAfterMs" in outcome && error instanceof ApiError) expect(error.retryAfterMs).toBe(outcome.retryAfterMs);
}

/** The option that aborts when the headers are there and the body is being read. */
function abortingAfterHeaders(abort: () => void): AnyOptions {
  const abortingAfter = async <Got>(sent: Promise<Got>): Promise<Got> => {
    const response = await sent;
    setImmediate(abort);
    return response;
  };
  const over = transport;
  if (!over) return { fetch: (url: string, init: RequestInit) => abortingAfter(fetch(url, init)) };
  const later = (...given: Parameters<Transport>) => abortingAfter(over(...given));
  return { transport: Object.assign(later, { close: over.close }) };
}

async function tooLate(ms: number): Promise<never> {
  await sleep(ms, undefined, { ref: false });
  throw new Error(`not settled within ${ms} ms`);
}
