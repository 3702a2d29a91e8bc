import type { Fault, Outcome } from "../fault.ts";

const config: Outcome = { name: "ConfigError" };

function id(name: string, value: unknown, message: RegExp): Fault {
  return { name: `an id that is ${name}`, input: { path: { id: value } }, expect: { ...config, message }, requests: 0 };
}

/** An id that is sent, as one segment under the base path. */
function sent(name: string, value: string, more: Partial<Fault> = {}): Fault {
  const target = `/v1/things/${encodeURIComponent(value).replace(/[()*']/g, "\\$&")}`;
  const head = new RegExp(`^GET ${target.replaceAll(".", "\\.")} HTTP`);
  return {
    name: `an id with ${name}`,
    input: { path: { id: value } },
    expect: { name: "resolves" },
    requests: 1,
    head,
    ...more,
  };
}

/** Path parameters: refused, or sent as one segment below the base path. */
export const idFaults: readonly Fault[] = [
  id("absent", undefined, /missing/),
  id("null", null, /missing/),
  id("empty", "", /another path/),
  id("one dot", ".", /another path/),
  id("two dots", "..", /another path/),
  id("a lone high surrogate", "\ud800", /valid string/),
  id("a lone low surrogate", "a\udfff", /valid string/),
  id("a number", 5, /string/),
  id("NaN", Number.NaN, /string/),
  id("a boolean", true, /string/),
  id("a bigint", 5n, /string/),
  id("a symbol", Symbol("id"), /string/),
  id("a function", () => "1", /string/),
  id("an object", { toString: () => "1" }, /string/),
  id("a String object", Object("1"), /string/),
  id("an array", ["1"], /string/),
  id("a Date", new Date(0), /string/),
  {
    name: "an id that is inherited",
    input: { path: Object.create({ id: "1" }) },
    expect: { ...config, message: /path parameters must be a plain object/ },
    requests: 0,
  },
  {
    name: "a fraction for a whole number",
    operation: "nestedThing",
    input: { path: { owner_id: "o", thing_id: 1.5 } },
    expect: { ...config, message: /valid integer/ },
    requests: 0,
  },
  {
    name: "a whole number beyond what is exact",
    operation: "nestedThing",
    input: { path: { owner_id: "o", thing_id: 2 ** 53 } },
    expect: { ...config, message: /valid integer/ },
    requests: 0,
  },
  {
    name: "a placeholder as an id",
    operation: "nestedThing",
    input: { path: { owner_id: "{thing_id}", thing_id: 7 } },
    expect: { name: "resolves" },
    head: /^GET \/v1\/owners\/%7Bthing_id%7D\/things\/7\/parts /,
    requests: 1,
  },
  {
    name: "an id of replacement patterns",
    operation: "nestedThing",
    input: { path: { owner_id: "$&$1$`", thing_id: 7 } },
    expect: { name: "resolves" },
    head: /^GET \/v1\/owners\/%24%26%241%24%60\/things\/7\/parts /,
    requests: 1,
  },
  sent("a slash", "a/b", { quick: true }),
  sent("dots and slashes", "../../admin", { quick: true }),
  sent("dots and a slash at its end", "../"),
  sent("encoded dots", "%2e%2e"),
  sent("encoded dots and a slash", "%2e%2e%2fadmin"),
  sent("dots encoded twice", "%252e%252e"),
  sent("a dot encoded once", "%2e"),
  sent("three dots", "..."),
  sent("fullwidth dots", "\uff0e\uff0e"),
  sent("backslashes", "..\\..\\admin"),
  sent("a question mark", "a?admin=true"),
  sent("a hash", "a#b"),
  sent("a semicolon", "a;b=c"),
  sent("a URL", "https://evil.example.test/"),
  sent("two slashes", "//evil.example.test"),
  sent("an at sign", "@evil.example.test"),
  sent("a colon", "javascript:1"),
  sent("a per cent sign", "100%"),
  sent("a space", "a b"),
  sent("a plus", "a+b"),
  sent("NUL", "a\u0000b"),
  sent("CR and LF", "a\r\nx-evil: 1\r\n\r\n", { quick: true }),
  sent("a tab", "\t"),
  sent("emoji", "\u{1f600}"),
  sent("text from right to left", "\u202eabc"),
  sent("a byte order mark", "\ufeff"),
  sent("10 kB", "x".repeat(10_000)),
  { name: "an id of 100 kB", input: { path: { id: "x".repeat(100_000) } }, expect: { name: "resolves" }, requests: 1 },
  {
    name: "constructor as an id",
    input: { path: { id: "__proto__" } },
    expect: { name: "resolves" },
    head: /\/v1\/things\/__proto__ /,
    requests: 1,
  },
];
