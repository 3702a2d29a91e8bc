import type { Fault, Outcome } from "../fault.ts";
import { chunk, fine, head, reply } from "../scripts.ts";

const aborted: Outcome = { name: "AbortError", message: /request aborted by its signal/ };

/** A call ended by its signal or its clock in every phase. */
export const phaseFaults: readonly Fault[] = [
  { name: "aborted before it starts", abortAt: "start", expect: aborted, requests: 0, quick: true },
  {
    name: "aborted while it waits for headers",
    serve: ({ abort }) => abort(),
    expect: aborted,
    requests: 1,
    quick: true,
  },
  {
    name: "aborted within the headers",
    serve: ({ socket, abort }) => socket.write("HTTP/1.1 200 OK\r\ncontent-", abort),
    expect: aborted,
    requests: 1,
  },
  {
    name: "aborted while it waits for a body",
    abortAt: "headers",
    serve: ({ socket }) => socket.write(head(200, { "content-length": 11 })),
    expect: aborted,
    requests: 1,
    quick: true,
  },
  {
    name: "aborted within a body",
    abortAt: "headers",
    serve: ({ socket }) => socket.write(Buffer.concat([head(200, { "transfer-encoding": "chunked" }), chunk('{"ok"')])),
    expect: aborted,
    requests: 1,
  },
  {
    name: "aborted within an error's body",
    abortAt: "headers",
    serve: ({ socket }) => socket.write(Buffer.concat([head(503, { "content-length": 99 }), chunk("{")])),
    call: { maxRetries: 2 },
    expect: aborted,
    requests: 1,
  },
  {
    name: "aborted while it backs off from a response",
    abortAt: "back-off",
    serve: reply(503, "{}"),
    call: { maxRetries: 2 },
    expect: aborted,
    requests: 1,
    quick: true,
  },
  {
    name: "aborted while it backs off from a reset",
    abortAt: "back-off",
    serve: ({ socket }) => socket.resetAndDestroy(),
    call: { maxRetries: 2 },
    expect: aborted,
    requests: 1,
  },
  {
    name: "aborted while it waits for Retry-After",
    abortAt: "back-off",
    serve: reply(429, "{}", { "retry-after": 30 }),
    call: { maxRetries: 2 },
    expect: aborted,
    requests: 1,
  },
  {
    name: "aborted while it waits for the key",
    client: { apiKey: () => new Promise(() => {}) },
    abortAt: "start",
    expect: aborted,
    requests: 0,
  },
  {
    name: "aborted although a custom fetch heeds no signal",
    client: { fetch: () => new Promise(() => {}) },
    abortAt: "start",
    expect: aborted,
    requests: 0,
  },
  {
    name: "aborted: no POST is sent",
    operation: "createThing",
    input: { body: {} },
    abortAt: "start",
    expect: aborted,
    requests: 0,
  },
  {
    name: "a signal of another make",
    call: { signal: Object.assign(new EventTarget(), { aborted: false, reason: undefined }) },
    serve: fine,
    expect: { name: "resolves" },
    requests: 1,
  },
  {
    name: "a listener that throws",
    client: {
      onEvent: () => {
        throw new Error("listener");
      },
    },
    expect: { name: "resolves", body: { ok: true } },
    requests: 1,
    quick: true,
  },
  {
    name: "a listener that rejects",
    client: { onEvent: () => Promise.reject(new Error("listener")) },
    expect: { name: "resolves" },
    requests: 1,
  },
  {
    name: "time over while the key is asked for",
    client: { apiKey: () => new Promise(() => {}) },
    call: { totalTimeoutMs: 300 },
    expect: { name: "TimeoutError", message: /timed out after 300 ms \(totalTimeoutMs\)/ },
    requests: 0,
  },
  {
    name: "time over before headers",
    serve: () => {},
    call: { timeoutMs: 600 },
    expect: { name: "TimeoutError", message: /timed out after 600 ms \(timeoutMs\)/ },
    requests: 1,
  },
  {
    name: "time over within headers",
    serve: ({ socket }) => socket.write("HTTP/1.1 200 OK\r\ncontent-"),
    call: { timeoutMs: 600 },
    expect: { name: "TimeoutError" },
    requests: 1,
  },
  {
    name: "time over within a body",
    serve: ({ socket }) => socket.write(head(200, { "content-length": 11 })),
    call: { timeoutMs: 600 },
    expect: { name: "TimeoutError" },
    requests: 1,
  },
  {
    name: "time over between attempts",
    serve: reply(503, "{}", { "retry-after": 5 }),
    call: { maxRetries: 3, totalTimeoutMs: 1_000 },
    expect: { name: "ApiError", status: 503, retryAfterMs: 5_000 },
    requests: 1,
  },
];
