import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { redact, reduced } from "./redact.ts";

describe("redact", () => {
  test("takes out each occurrence, special characters and all", () => {
    expect(redact("a $&+k. b $&+k.", "$&+k.")).toBe("a [redacted] b [redacted]");
    expect(redact("nothing", "key")).toBe("nothing");
    expect(redact("nothing", undefined)).toBe("nothing");
  });
});

describe("a foreign error, reduced", () => {
  test("keeps name, message and code along its causes, without the key", () => {
    const cause = Object.assign(new Error("refused for key"), { code: "ECONNREFUSED", socket: { key: "key" } });
    const plain = reduced(new TypeError("fetch failed", { cause }), "key");
    expect(plain).toMatchObject({
      name: "TypeError",
      message: "fetch failed",
      cause: { message: "refused for [redacted]", code: "ECONNREFUSED" },
    });
    expect(Object.keys(plain.cause as object)).toEqual(["name", "code"]);
    expect(inspect(plain, { depth: 9, showHidden: true })).not.toContain("key");
  });

  test("keeps the key out of name and code, too", () => {
    const plain = reduced(Object.assign(new Error("a key"), { name: "key", code: "E-key" }), "key");
    expect(plain).toMatchObject({ name: "[redacted]", message: "a [redacted]", code: "E-[redacted]" });
    expect(inspect(plain, { showHidden: true })).not.toContain("key");
  });

  test("ends a chain that is long or goes round", () => {
    const round = new Error("round");
    round.cause = round;
    let depth = 0;
    for (let error: unknown = reduced(round, undefined); error; error = (error as Error).cause) depth += 1;
    expect(depth).toBe(3);
  });

  test.each([
    ["a string", "no", "no"],
    ["undefined", undefined, "unknown failure"],
    ["null", null, "unknown failure"],
    ["a number", 5, "unknown failure"],
    ["a symbol", Symbol("a"), "unknown failure"],
    ["an object without a prototype", Object.create(null), "unknown failure"],
    ["members of wrong types", { name: {}, message: [], code: 5, cause: "why" }, "unknown failure"],
  ])("is an error of %s, too", (_, thrown, message) => {
    expect(reduced(thrown, "key")).toMatchObject({ name: "Error", message });
  });
});
