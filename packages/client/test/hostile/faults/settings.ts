import type { Fault, Outcome } from "../fault.ts";

const thrown: Outcome = { name: "throws" };
const config: Outcome = { name: "ConfigError" };

function key(name: string, value: unknown, message: RegExp, expect: Outcome = thrown): Fault {
  return { name: `a key that is ${name}`, client: { apiKey: value }, expect: { ...expect, message }, requests: 0 };
}

function asked(name: string, apiKey: () => unknown, message = /apiKey/): Fault {
  return {
    name: `a key function that ${name}`,
    client: { apiKey, maxRetries: 2 },
    expect: { ...config, message },
    requests: 0,
  };
}

function base(baseUrl: unknown, name = String(baseUrl)): Fault {
  return {
    name: `base URL: ${JSON.stringify(name)}`,
    client: { baseUrl },
    expect: { ...thrown, message: /baseUrl/ },
    requests: 0,
    openapiFetch: false,
  };
}

function wrong(options: Record<string, unknown>, message: RegExp): Fault {
  const [name] = Object.keys(options);
  return {
    name: `the option ${name}: ${JSON.stringify(options[name as string])}`,
    client: options,
    expect: { ...thrown, message },
    requests: 0,
    openapiFetch: false,
  };
}

/** Keys, base URLs and options that can't be right. */
export const settingFaults: readonly Fault[] = [
  key("absent", undefined, /SYNTHETIC_API_KEY.* is missing/),
  key("null", null, /SYNTHETIC_API_KEY.* is missing/),
  key("empty", "", /SYNTHETIC_API_KEY.* is missing/),
  key("blank", " \t ", /printable ASCII/),
  key("a number", 12345, /printable ASCII/),
  key("an object", { key: "a" }, /printable ASCII/),
  key("with a line break at its end", "secret-with-break\n", /printable ASCII/),
  key("with a header in it", "secret\r\nx-evil: 1", /printable ASCII/),
  key("with NUL", "secret\u0000", /printable ASCII/),
  key("with a space", "Bearer secret", /printable ASCII/),
  key("unicode", "s\u00e9cret", /printable ASCII/),
  key("a zero-width space", "secret\u200b", /printable ASCII/),
  asked("throws", () => {
    throw new Error("vault is sealed");
  }),
  asked("throws nothing", () => {
    throw undefined;
  }),
  asked("rejects", () => Promise.reject(new Error("vault is sealed"))),
  asked("gives undefined", () => undefined),
  asked("gives null", async () => null),
  asked("gives a number", () => 5),
  asked("gives blank", () => "  "),
  asked("gives a line break", async () => "secret\r\nx-evil: 1"),
  {
    name: "a key function that never settles",
    client: { apiKey: () => new Promise(() => {}) },
    call: { timeoutMs: 300 },
    expect: { name: "TimeoutError" },
    requests: 0,
    quick: true,
  },
  {
    name: "a key function that is too late to send",
    client: {
      apiKey: () =>
        new Promise((resolve) => {
          setTimeout(resolve, 300, "late-key");
        }),
    },
    call: { timeoutMs: 100 },
    expect: { name: "TimeoutError" },
    requests: 0,
  },
  {
    name: "a key function, asked for each attempt",
    client: { apiKey: async () => "fresh-key" },
    expect: { name: "resolves" },
    requests: 1,
    head: /^authorization: Bearer fresh-key\r?$/im,
  },
  {
    name: "no key where an operation needs none",
    client: {
      apiKey: () => {
        throw new Error("never asked");
      },
    },
    operation: "open",
    expect: { name: "resolves" },
    requests: 1,
    head: /^((?!authorization)[^])*$/i,
  },
  ...[
    "",
    " ",
    "api.example.test",
    "/v1",
    "//api.example.test",
    "ftp://api.example.test",
    "file:///etc",
    "javascript:alert(1)",
    "data:,a",
    "ws://127.0.0.1",
  ].map((url) => base(url)),
  ...[
    "https://",
    "https:///v1",
    "https:api.example.test",
    "https:\\\\api.example.test",
    "https://api.example.test\\v1",
    "https://exa mple.test",
  ].map((url) => base(url)),
  ...[
    "https://[::1",
    "https://api.example.test:99999",
    "https://api.example.test:port",
    "https://a..b:x",
    "https://%",
    "https://\u0000",
  ].map((url) => base(url)),
  ...["https://user@api.example.test", "https://user:pass@api.example.test", "https://:pass@api.example.test"].map(
    (url) => base(url),
  ),
  ...[
    "https://api.example.test?",
    "https://api.example.test/?a=b",
    "https://api.example.test/#",
    "https://api.example.test/v1#frag",
  ].map((url) => base(url)),
  ...[
    "https://{region}.example.test",
    "https://api.example.test/{version}",
    "https://api.example.test/v1\r\n",
    "https://api.example.test/\tv1",
  ].map((url) => base(url)),
  ...[
    "http://api.example.test",
    "http://10.0.0.1",
    "http://127.0.0.1.example.test",
    "http://localhost.example.test",
    "http://[::2]",
    "HTTP://api.example.test",
    "http://0.0.0.0",
  ].map((url) => base(url)),
  base(5),
  base(true),
  base({}),
  base([]),
  base(Symbol("url"), "a symbol"),
  base(new URL("http://api.example.test")),
  base(new URL("https://a:b@api.example.test")),
  wrong({ timeoutMs: 0 }, /timeoutMs/),
  wrong({ timeoutMs: "30s" }, /timeoutMs/),
  wrong({ totalTimeoutMs: -1 }, /totalTimeoutMs/),
  wrong({ maxRetries: -1 }, /maxRetries/),
  wrong({ maxResponseBytes: 0 }, /maxResponseBytes/),
  wrong({ fetch: "fetch" }, /"fetch" must be a function/),
  wrong({ onEvent: {} }, /"onEvent" must be a function/),
  wrong({ headers: { Authorization: "Bearer mine" } }, /header/),
  wrong({ headers: { "x-a": "b\nc" } }, /header/),
  wrong({ headers: "x-a: b" }, /a header is malformed/),
  wrong({ headers: ["x-a"] }, /a header is malformed/),
];
