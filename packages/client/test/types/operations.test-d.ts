import { describe, expectTypeOf, test } from "vitest";
import {
  pages,
  type ApiError,
  type ApiPromise,
  type ClientOptions,
  type Operation,
  type OptionalOperation,
  type Status4XX,
} from "../../src/index.ts";

// oxlint-disable vitest/expect-expect -- what must not compile is asserted by @ts-expect-error
// Checked by tsc alone; nothing here runs.

interface Input {
  path: { id: string };
  query?: { limit?: number | undefined } | undefined;
}
interface Output {
  name: string;
}
type Errors =
  | ApiError<404, { title: string }>
  | ApiError<Exclude<Status4XX, 404>, { errors: string[] }>
  | ApiError<503, unknown>;

declare const getThing: Operation<Input, Output, Errors>;
declare const listThings: OptionalOperation<{ query?: { limit?: number | undefined } | undefined }, Output[], never>;
declare const noMethod: (input: Input) => ApiPromise<Output>;
declare const error: unknown;
declare const maybe: string | undefined;
declare const maybeSignal: AbortSignal | undefined;
declare const maybeNumber: number | undefined;

describe("an operation", () => {
  test("gives its body, or body and response", async () => {
    expectTypeOf(getThing({ path: { id: "1" } })).toEqualTypeOf<ApiPromise<Output>>();
    expectTypeOf(await getThing({ path: { id: "1" } })).toEqualTypeOf<Output>();
    const { data, response } = await getThing({ path: { id: "1" } }).withResponse();
    expectTypeOf(data).toEqualTypeOf<Output>();
    expectTypeOf(response).toEqualTypeOf<Response>();
  });

  test("demands what the spec requires", () => {
    // @ts-expect-error no input
    void getThing();
    // @ts-expect-error no path
    void getThing({});
    // @ts-expect-error a number for a string
    void getThing({ path: { id: 1 } });
    // @ts-expect-error a misspelt parameter
    void getThing({ path: { id: "1" }, query: { limt: 1 } });
    // @ts-expect-error a misspelt option
    void getThing({ path: { id: "1" } }, { timeout: 1 });
  });

  test("needs no input where the spec requires none", () => {
    void listThings();
    void listThings(undefined, { maxRetries: 0 });
    void listThings({ query: undefined });
  });

  test("takes undefined for each option, under exactOptionalPropertyTypes", () => {
    const limits = { timeoutMs: maybeNumber, totalTimeoutMs: maybeNumber, maxRetries: maybeNumber };
    const call = { ...limits, signal: maybeSignal, maxResponseBytes: maybeNumber, headers: { "x-a": maybe } };
    void getThing({ path: { id: "1" }, query: { limit: maybeNumber } }, { ...call, idempotent: undefined });
    const options: ClientOptions = { ...limits, apiKey: maybe, baseUrl: maybe, fetch: undefined, onEvent: undefined };
    expectTypeOf(options).toEqualTypeOf<ClientOptions>();
    expectTypeOf<{ apiKey: () => Promise<string>; baseUrl: URL }>().toExtend<ClientOptions>();
  });

  test("takes the platform's fetch and a plain function for fetch", () => {
    expectTypeOf<typeof globalThis.fetch>().toExtend<NonNullable<ClientOptions["fetch"]>>();
    expectTypeOf<(url: string) => Promise<Response>>().toExtend<NonNullable<ClientOptions["fetch"]>>();
  });
});

describe("pages", () => {
  test("has the method's output and takes its input", async () => {
    const input: Input = { path: { id: "1" } };
    const all = pages(getThing, input, (output, last) => {
      expectTypeOf(output).toEqualTypeOf<Output>();
      expectTypeOf(last).toEqualTypeOf<Input>();
      return output.name ? { ...last, query: { limit: 1 } } : undefined;
    });
    expectTypeOf(all).toEqualTypeOf<AsyncGenerator<Output, void, undefined>>();
    void pages(getThing, input, () => undefined, { signal: maybeSignal, timeoutMs: maybeNumber });
  });

  test("needs no input where the method needs none", () => {
    const all = pages(listThings, undefined, (_, last) => ({ query: { limit: last?.query?.limit } }));
    expectTypeOf(all).toEqualTypeOf<AsyncGenerator<Output[], void, undefined>>();
  });

  test("takes nothing else", () => {
    // @ts-expect-error no input
    void pages(getThing, undefined, () => undefined);
    // @ts-expect-error a misspelt parameter
    void pages(getThing, { path: { id: "1" }, query: { limt: 1 } }, () => undefined);
    // @ts-expect-error an input of another operation
    void pages(getThing, { path: { id: "1" } }, () => ({ path: { other: "1" } }));
    // @ts-expect-error no method of a client
    void pages(noMethod, { path: { id: "1" } }, () => undefined);
  });
});

describe("isError", () => {
  test("narrows an unknown to the operation's documented errors, by status", () => {
    if (!getThing.isError(error)) return;
    expectTypeOf(error).toEqualTypeOf<Errors>();
    if (error.status === 404) expectTypeOf(error.body).toEqualTypeOf<{ title: string }>();
    if (error.status === 422) expectTypeOf(error.body).toEqualTypeOf<{ errors: string[] }>();
    if (error.status === 503) expectTypeOf(error.body).toEqualTypeOf<unknown>();
    expectTypeOf(error.code).toEqualTypeOf<string | undefined>();
    expectTypeOf(error.retryAfterMs).toEqualTypeOf<number | undefined>();
    // @ts-expect-error a status that the operation does not document
    expectTypeOf(error.status === 500).toEqualTypeOf<boolean>();
  });

  test("narrows to nothing where no error is documented", () => {
    if (listThings.isError(error)) expectTypeOf(error).toEqualTypeOf<never>();
  });
});
