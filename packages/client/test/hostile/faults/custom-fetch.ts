import type { Fault } from "../fault.ts";

const connectionError = { name: "ConnectionError" } as const;
const responseError = { name: "ResponseError" } as const;
const timeoutError = { name: "TimeoutError" } as const;
const SOON = { timeoutMs: 600 };

/** A `fetch` of the caller's that misbehaves. */
export const customFetchFaults: readonly Fault[] = [
  {
    name: "a custom fetch that throws",
    client: {
      fetch: () => {
        throw new Error("proxy is down");
      },
    },
    expect: { ...connectionError, message: /proxy is down/ },
    requests: 0,
  },
  {
    name: "a custom fetch that rejects with undefined",
    client: { fetch: () => Promise.reject() },
    expect: connectionError,
    requests: 0,
  },
  {
    name: "a custom fetch that rejects with an object of no prototype",
    client: { fetch: () => Promise.reject(Object.create(null)) },
    expect: connectionError,
    requests: 0,
  },
  {
    name: "a custom fetch that gives nothing",
    client: { fetch: async () => undefined },
    expect: { ...responseError, message: /your `fetch` gave no Response/ },
    requests: 0,
  },
  {
    name: "a custom fetch that gives half a Response",
    client: { fetch: async () => ({ status: 200, ok: true }) },
    expect: { ...responseError, message: /your `fetch` gave no Response/ },
    requests: 0,
  },
  {
    name: "a custom fetch that never settles and heeds no signal",
    client: { fetch: () => new Promise(() => {}) },
    call: SOON,
    expect: timeoutError,
    requests: 0,
    quick: true,
  },
  {
    name: "a name that does not resolve",
    client: {
      fetch: () =>
        Promise.reject(
          new TypeError("fetch failed", {
            cause: Object.assign(new Error("getaddrinfo ENOTFOUND api.example.test"), { code: "ENOTFOUND" }),
          }),
        ),
    },
    expect: { ...connectionError, message: /ENOTFOUND/ },
    requests: 0,
  },
];
