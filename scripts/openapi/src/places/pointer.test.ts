import { expect, test } from "vitest";
import type { JsonObject } from "../json.ts";
import { at, below, keysOf, removeAt } from "./pointer.ts";

const document: JsonObject = { "a/b": { "c~d": ["x", "y", "z"] }, "%41": 1, "e f": 2, "~1": 3, "": { "": 4 } };

test.each<[string, unknown]>([
  ["", document],
  ["/a~1b/c~0d/1", "y"],
  ["#/a~1b/c~0d/2", "z"],
  ["/%41", 1],
  ["#/%2541", 1],
  ["#/%41", undefined],
  ["#/e%20f", 2],
  ["/~01", 3],
  ["//", 4],
  ["/a~1b/c~0d/3", undefined],
  ["/constructor", undefined],
  ["#/%", undefined],
])("%s leads to its value", (pointer, value) => {
  expect(at(document, pointer)).toEqual(value);
});

test("keys come back as they were", () => {
  const keys = ["a/b", "~1", "%2F", "", "0", "x~0/"];
  expect(keysOf(below("", ...keys))).toEqual(keys);
  expect(below("/a", 0, "b/c")).toBe("/a/0/b~1c");
});

test("takes out a key, an item, and nothing where nothing is", () => {
  const copy = structuredClone(document);
  removeAt(copy, "/a~1b/c~0d/0");
  removeAt(copy, "/%41");
  removeAt(copy, "/lost/key");
  expect(copy).toEqual({ "a/b": { "c~d": ["y", "z"] }, "e f": 2, "~1": 3, "": { "": 4 } });
});
