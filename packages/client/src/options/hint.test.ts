import { expect, test } from "vitest";
import { hint } from "./hint.ts";

const NINE = Object.fromEntries([..."abcdefghi"].map((letter) => [`${letter}${letter}name`, 1]));

test.each([
  ["basUrl", { baseUrl: 1, fetch: 1 }, ': did you mean "baseUrl"? (known: baseUrl, fetch)'],
  ["expnad", { limit: 1, expand: 1 }, ': did you mean "expand"? (known: limit, expand)'],
  ["includeParticipants", { include_participants: 1 }, ': did you mean "include_participants"? (known: include'],
  ["x-trace-id", { "X-Trace-Id": 1 }, ': did you mean "X-Trace-Id"?'],
  ["timeout", { timeoutMs: 1 }, ': did you mean "timeoutMs"?'],
  ["token", { apiKey: 1, fetch: 1 }, " (known: apiKey, fetch)"],
  ["expansion of all that there is", { expand: 1 }, " (known: expand)"],
  ["toString", {}, " (known: none)"],
  ["$&", { a: 1 }, " (known: a)"],
  ["", { a: 1 }, " (known: a)"],
])("%j beside %j", (given, known, expected) => {
  expect(hint(given, known).startsWith(expected)).toBe(true);
});

test("lists up to eight names", () => {
  const { aaname: _, ...eight } = NINE;
  expect(hint("zz", eight)).toBe(` (known: ${Object.keys(eight).join(", ")})`);
  expect(hint("zz", NINE)).toBe("");
  expect(hint("bbnam", NINE)).toBe(': did you mean "bbname"?');
});
