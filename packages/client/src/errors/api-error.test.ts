import { describe, expect, test } from "vitest";
import { ApiError } from "./api-error.ts";

function error(body: unknown): ApiError {
  return new ApiError({ operation: "getThing", status: 404, body, requestId: undefined, retryAfterMs: undefined });
}

describe("an ApiError's message", () => {
  test.each([
    [undefined, "getThing: 404", undefined],
    [{}, "getThing: 404", undefined],
    ["gone", "getThing: 404", undefined],
    [{ title: "Not found", detail: "No such room" }, "getThing: 404 Not found: No such room", undefined],
    [
      { errors: [{ title: "Not found", detail: "No such room", code: "10005" }] },
      "getThing: 404 Not found: No such room",
      "10005",
    ],
    [{ errors: [{ code: 10005, title: "Not found" }] }, "getThing: 404 Not found", "10005"],
    [{ error: { message: "No such room", code: "gone" } }, "getThing: 404 No such room", "gone"],
    [{ error: "No such room" }, "getThing: 404 No such room", undefined],
    [{ message: "No such room", code: "E1" }, "getThing: 404 No such room", "E1"],
    [{ code: "E1", errors: [{ title: "Not found" }] }, "getThing: 404 Not found", "E1"],
    [{ errors: [], title: "" }, "getThing: 404", undefined],
  ])("for %j is %j", (body, message, code) => {
    expect(error(body)).toMatchObject({ name: "ApiError", message, code, body });
  });

  test("is cut, the body is not", () => {
    const long = "x".repeat(10_000);
    expect(error({ title: long }).message.length).toBeLessThan(600);
    expect(error({ title: long }).body).toEqual({ title: long });
  });
});

describe("an ApiError", () => {
  test("is plain data", () => {
    expect(JSON.parse(JSON.stringify(error({ a: 1 })))).toEqual({ operation: "getThing", status: 404, body: { a: 1 } });
  });
});
