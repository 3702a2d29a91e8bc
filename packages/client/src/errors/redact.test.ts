import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { redact, redactedJson, reduced } from "./redact.ts";

function throwing(name: string): object {
  return Object.defineProperty({}, name, {
    get() {
      throw new Error("not to be looked at");
    },
  });
}
function revoked(): object {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

describe("redact", () => {
  test("takes out each occurrence, special characters and all", () => {
    expect(redact("a $&+k.+k. b $&+k.+k.", ["$&+k.+k."])).toBe("a [redacted] b [redacted]");
    expect(redact("nothing", ["some-key"])).toBe("nothing");
    expect(redact("nothing", [])).toBe("nothing");
  });
});

test("each key is taken out, but not one so short that it is found in other words", () => {
  const keys = ["first-key", "1234567", "second-key"];
  expect(redact("first-key 1234567 second-key", keys)).toBe("[redacted] 1234567 [redacted]");
  // One that begins as another does, in either order.
  const alike = ["first-key", "first-key-of-two"];
  for (const each of [alike, alike.toReversed()]) expect(redact("first-key-of-two", each)).toBe("[redacted]");
});

describe("a JSON text", () => {
  test("is JSON still, without a key in names, values and numbers", () => {
    const keys = ["12345678", 'quote"-key', '","a":"b'];
    const body = {
      title: "key 12345678",
      number: 123456789,
      list: [12345678, true, null, 1.5, [{ deep: 'quote"-key' }]],
      'quote"-key': { __proto__: null, '","a":"b': 1 },
      a: "",
      b: "b",
    };
    expect(redactedJson(JSON.stringify(body), keys)).toEqual({
      title: "key [redacted]",
      number: "[redacted]9",
      list: ["[redacted]", true, null, 1.5, [{ deep: "[redacted]" }]],
      "[redacted]": { "[redacted]": 1 },
      a: "",
      b: "b",
    });
  });

  test("has no key behind escapes, and keeps a member of an odd name", () => {
    const text = '{"title":"\\u0073ome-key","__proto__":{"a":1},"toString":"some\\u002dkey"}';
    const clean = redactedJson(text, ["some-key"]) as object;
    expect(JSON.stringify(clean)).toBe('{"title":"[redacted]","__proto__":{"a":1},"toString":"[redacted]"}');
    expect(Object.getPrototypeOf(clean)).toBe(Object.prototype);
  });

  test("that is none throws", () => {
    expect(() => redactedJson("{", [])).toThrow(SyntaxError);
  });
});

describe("a foreign error, reduced", () => {
  test("keeps name, message and code along its causes, without the key", () => {
    const cause = Object.assign(new Error("refused for the-key-1"), {
      code: "ECONNREFUSED",
      socket: { key: "the-key-1" },
    });
    const plain = reduced(new TypeError("fetch failed", { cause }), ["the-key-1"]);
    expect(plain).toMatchObject({
      name: "TypeError",
      message: "fetch failed",
      cause: { message: "refused for [redacted]", code: "ECONNREFUSED" },
    });
    expect(Object.keys(plain.cause as object)).toEqual(["name", "code"]);
    expect(inspect(plain, { depth: 9, showHidden: true })).not.toContain("the-key-1");
  });

  test("keeps the key out of name and code, too", () => {
    const plain = reduced(Object.assign(new Error("a the-key-1"), { name: "the-key-1", code: "E-the-key-1" }), [
      "the-key-1",
    ]);
    expect(plain).toMatchObject({ name: "[redacted]", message: "a [redacted]", code: "E-[redacted]" });
    expect(inspect(plain, { showHidden: true })).not.toContain("the-key-1");
  });

  test("ends a chain that is long or goes round", () => {
    const round = new Error("round");
    round.cause = round;
    let depth = 0;
    for (let error: unknown = reduced(round, []); error; error = (error as Error).cause) depth += 1;
    expect(depth).toBe(3);
  });

  test.each([
    ["a string", "no", "no"],
    ["undefined", undefined, "unknown failure"],
    ["null", null, "unknown failure"],
    ["a number", 5, "unknown failure"],
    ["a symbol", Symbol("a"), "unknown failure"],
    ["an object without a prototype", Object.create(null), "unknown failure"],
    ["what throws when it is looked at", throwing("message"), "unknown failure"],
    ["what throws later on", Object.assign(throwing("code"), { message: "read before" }), "read before"],
    // oxlint-disable-next-line no-thenable -- that is what is tried
    ["a thenable", { then: (settle: (value: unknown) => void) => settle("never") }, "unknown failure"],
    ["a Proxy that is revoked", revoked(), "unknown failure"],
    ["members of wrong types", { name: {}, message: [], code: 5, cause: "why" }, "unknown failure"],
  ])("is an error of %s, too", (_, thrown, message) => {
    expect(reduced(thrown, ["the-key-1"])).toMatchObject({ name: "Error", message });
  });
});
