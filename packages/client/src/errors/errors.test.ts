import { describe, expect, test } from "vitest";
import { AbortError, ConfigError, ConnectionError, ResponseError, SdkError, TimeoutError } from "../index.ts";

const classes = { AbortError, ConfigError, ConnectionError, ResponseError, TimeoutError };

describe("the error classes", () => {
  test.each(Object.entries(classes))("%s is an SdkError of its own name", (name, ErrorClass) => {
    const error = new ErrorClass("went wrong", { operation: "getThing" });
    expect(error).toBeInstanceOf(SdkError);
    expect(error).toBeInstanceOf(Error);
    expect(error.message).toBe("getThing: went wrong");
    expect(String(error)).toBe(`${name}: getThing: went wrong`);
    expect(error.stack).toMatch(new RegExp(`^${name}: getThing: went wrong\n`));
    expect(Object.keys(error)).not.toContain("name");
    for (const [other, OtherClass] of Object.entries(classes)) expect(error instanceof OtherClass).toBe(other === name);
  });

  test("are told across two installed copies", async () => {
    const copy = (await import(`./errors.ts?${"a-copy"}`)) as typeof classes;
    expect(copy.TimeoutError).not.toBe(TimeoutError);
    const error = new copy.TimeoutError("late", { operation: undefined });
    expect(error instanceof TimeoutError).toBe(true);
    expect(error instanceof SdkError).toBe(true);
    expect(error instanceof AbortError).toBe(false);
  });

  test("do not take in a subclass that a user writes", () => {
    class Mine extends ResponseError {}
    const error = new ResponseError("odd", { operation: undefined });
    expect(error instanceof Mine).toBe(false);
    expect(new Mine("odd", { operation: undefined }) instanceof Mine).toBe(true);
    expect(new Mine("odd", { operation: undefined }) instanceof ResponseError).toBe(true);
  });

  test.each([null, undefined, 5, "error", {}, new Error("other")])("are not %j", (value) => {
    expect((value as unknown) instanceof SdkError).toBe(false);
  });
});
