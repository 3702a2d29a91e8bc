import type { Fault, Outcome } from "../fault.ts";

const config: Outcome = { name: "ConfigError" };

function query(name: string, values: unknown, message: RegExp, more: Partial<Fault> = {}): Fault {
  return {
    name: `a query with ${name}`,
    input: { ...(more.operation !== "searchThings" && { path: { id: "1" } }), query: values },
    expect: { ...config, message },
    requests: 0,
    ...more,
  };
}

function header(name: string, headers: unknown, message = /header/): Fault {
  return { name: `headers with ${name}`, call: { headers }, expect: { ...config, message }, requests: 0 };
}

function option(name: string, value: unknown): Fault {
  return {
    name: `${name}: ${String(value)}`,
    call: { [name]: value },
    expect: { ...config, message: new RegExp(name) },
    requests: 0,
  };
}

function traced(name: string, values: unknown, expect: Outcome, more: Partial<Fault> = {}): Fault {
  return {
    name: `header parameters: ${name}`,
    operation: "headerKeyed",
    input: { header: values },
    expect,
    requests: expect.name === "resolves" ? 1 : 0,
    ...more,
  };
}

function body(name: string, operation: string, value: unknown, message: RegExp): Fault {
  const path = operation === "patchThing" ? { path: { id: "1" } } : {};
  return {
    name: `a body that is ${name}`,
    operation,
    input: { ...path, body: value },
    expect: { ...config, message },
    requests: 0,
  };
}

function cycle(): object {
  const round: Record<string, unknown> = {};
  round["self"] = round;
  return round;
}

/** What a caller hands in: refused before anything is sent, or sent harmlessly. */
export const inputFaults: readonly Fault[] = [
  {
    name: "no input at all",
    input: undefined,
    expect: { ...config, message: /"id" is missing/ },
    requests: 0,
    quick: true,
  },
  { name: "null for an input", input: null, expect: config, requests: 0, openapiFetch: false },
  { name: "a string for an input", input: "t1", expect: config, requests: 0, openapiFetch: false },
  query("a string for a boolean", { expand: "true" }, /"expand" must be a valid boolean \(given: string\)/),
  query("a fraction for a whole number", { limit: 1.5 }, /valid integer/),
  query("NaN", { limit: Number.NaN }, /valid integer/),
  query("Infinity", { limit: Number.POSITIVE_INFINITY }, /valid integer/),
  query("an invalid Date", { since: new Date("never") }, /invalid Date/),
  query("a number for a date", { since: 5 }, /date-time/),
  query("a string for an array", { tags: "a" }, /array/),
  query("an array with a number", { tags: ["a", 1] }, /string/),
  query("a lone surrogate", { tags: ["\ud800"] }, /valid string/),
  query("a name that the spec does not have", { expnad: true }, /query parameter "expnad" is not known/),
  query("__proto__ by JSON", JSON.parse('{"__proto__":{"expand":true}}'), /query parameter "__proto__" is not known/),
  query("a required object absent", {}, /"filter" is missing/, { operation: "searchThings" }),
  query("an array for an object", { filter: [] }, /object/, { operation: "searchThings" }),
  query("a cycle", { filter: cycle() }, /holds itself/, { operation: "searchThings" }),
  {
    name: "a query that would split the request",
    input: { path: { id: "1" }, query: { tags: ["a&b=c#d\r\nx: y"] } },
    expect: { name: "resolves" },
    head: /^GET \/v1\/things\/1\?tags=a%26b%3Dc%23d%0D%0Ax%3A%20y HTTP/,
    requests: 1,
  },
  {
    name: "a nested filter",
    operation: "searchThings",
    input: { query: { filter: { date_created_at: { gte: new Date(0) }, "a&b": ["c", "d"] } } },
    expect: { name: "resolves" },
    head: /^GET \/v1\/things\/search\?filter\[date_created_at\]\[gte\]=1970-01-01T00%3A00%3A00\.000Z&filter\[a%26b\]\[\]=c&filter\[a%26b\]\[\]=d HTTP/,
    requests: 1,
  },
  header("an authorization", { authorization: "Bearer mine" }),
  header("an Authorization", { AUTHORIZATION: "Bearer mine" }),
  header("a host", { Host: "evil.example.test" }),
  header("a length", { "content-length": "1" }),
  header("a transfer encoding", { "transfer-encoding": "chunked" }),
  header("a line break in a value", { "x-a": "b\r\nx-evil: 1" }),
  header("NUL in a value", { "x-a": "b\u0000" }),
  header("emoji in a value", { "x-a": "\u{1f600}" }),
  header("a line break in a name", { "x-a\r\nx-evil": "1" }),
  header("a space in a name", { "x a": "1" }),
  header("an empty name", { "": "1" }),
  header("a symbol for a value", { "x-a": Symbol("a") }),
  header("pairs that are none", ["x-a"]),
  header("a line break in a pair", [["x-a", "b\r\nx-evil: 1"]]),
  header("an authorization in Headers", new Headers({ authorization: "Bearer mine" })),
  header("an authorization in pairs", [["Authorization", "Bearer mine"]]),
  header("a string", "x-a: 1"),
  header("a number", 5),
  ...[
    ["a record", { "X-A": 5, "x-b": null }],
    ["Headers", new Headers({ "x-a": "5" })],
    ["pairs", [["X-A", "5"]]],
  ].map(([name, headers]): Fault => ({
    name: `headers as ${String(name)}`,
    call: { headers },
    expect: { name: "resolves" },
    head: /\r\nx-a: 5\r\n/,
    requests: 1,
  })),
  {
    name: "headers with the key's own header",
    operation: "headerKeyed",
    input: { header: { "X-Trace-Id": "1" } },
    call: { headers: { AUTHORIZATION: "mine" } },
    expect: config,
    requests: 0,
  },
  {
    name: "headers that are undefined",
    client: { headers: { "x-a": "client" } },
    call: { headers: { "x-a": undefined, "x-b": undefined } },
    expect: { name: "resolves" },
    head: /x-a: client/i,
    requests: 1,
  },
  {
    name: "a call's header over the client's, in another case",
    client: { headers: { "X-A": "client" } },
    call: { headers: { "x-a": "call" } },
    expect: { name: "resolves" },
    head: /x-a: call\r\n/i,
    requests: 1,
  },
  traced("absent, though required", {}, { ...config, message: /"X-Trace-Id" is missing/ }),
  traced("a number for a string", { "X-Trace-Id": 5 }, { ...config, message: /string/ }),
  traced("a line break", { "X-Trace-Id": "a\r\nb" }, config),
  traced("a lone surrogate", { "X-Trace-Id": "\ud800" }, config),
  traced("beyond latin-1", { "X-Trace-Id": "\u0416" }, config),
  traced(
    "a Date and a list",
    { "X-Trace-Id": "1", "X-Since": new Date(0), "X-Tags": [1, 2] },
    { name: "resolves" },
    { head: /x-since: 1970-01-01T00:00:00\.000Z\r\nx-tags: 1,2\r\n/i },
  ),
  body("missing", "createThing", undefined, /missing/),
  body("a cycle", "createThing", cycle(), /JSON/),
  body("a bigint", "createThing", { a: 1n }, /JSON/),
  body("a function", "createThing", () => 1, /JSON/),
  body("a symbol", "createThing", Symbol("a"), /JSON/),
  body(
    "something whose toJSON throws",
    "createThing",
    {
      toJSON: () => {
        throw new Error("no");
      },
    },
    /JSON/,
  ),
  body("given where none is taken", "listThings", {}, /takes none/),
  body("a string for a form", "submitForm", "a=b", /form fields/),
  body("an array for a form", "submitForm", [["a", "b"]], /form fields/),
  body("a file in a urlencoded form", "submitForm", { a: new Blob(["x"]) }, /file/),
  body("a form with a cycle", "submitForm", { a: cycle() }, /JSON/),
  body("a form with an invalid Date", "upload", { a: new Date("never") }, /invalid Date/),
  body("a form with a function", "upload", { a: () => 1 }, /must be/),
  body("a string for a multipart form", "upload", "a", /form fields/),
  ...[0, -1, Number.NaN, Number.POSITIVE_INFINITY, "5", 2 ** 31, {}].map((value) => option("timeoutMs", value)),
  ...[0, -1, Number.NaN, "5"].map((value) => option("totalTimeoutMs", value)),
  ...[-1, Number.NaN, Number.POSITIVE_INFINITY, "2"].map((value) => option("maxRetries", value)),
  ...[0, -1, Number.NaN, "1kB"].map((value) => option("maxResponseBytes", value)),
  ...["abort", {}, 0, true].map((value) => option("signal", value)),
];
