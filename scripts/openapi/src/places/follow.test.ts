import { expect, test } from "vitest";
import type { JsonObject } from "../json.ts";
import { Problem } from "../problem.ts";
import { follow, locate, resolve } from "./follow.ts";

const document: JsonObject = {
  components: {
    schemas: {
      A: { $ref: "#/components/schemas/B", description: "beside A" },
      B: { $ref: "#/components/schemas/C~1d%20e" },
      "C/d e": { type: "string" },
      False: false,
      Loop: { $ref: "#/components/schemas/Loop" },
      Ring: { $ref: "#/components/schemas/Back" },
      Back: { $ref: "#/components/schemas/Ring" },
      Lost: { $ref: "#/components/schemas/Gone" },
      Away: { $ref: "other.yaml#/A" },
      Anchor: { $ref: "#gone" },
      Inherited: { $ref: "#/components/constructor" },
      Root: { $ref: "#" },
    },
  },
};

const schemas = "/components/schemas";

test("a chain ends where it is written, with what stands beside each reference", () => {
  expect(follow(document, { $ref: "#/components/schemas/A", nullable: true }, "/here")).toEqual({
    value: { type: "string" },
    pointer: `${schemas}/C~1d e`,
    siblings: [
      { value: { nullable: true }, pointer: "/here" },
      { value: { description: "beside A" }, pointer: `${schemas}/A` },
    ],
  });
});

test("what is no reference stands for itself", () => {
  expect(follow(document, undefined, "/a")).toEqual({ value: undefined, pointer: "/a", siblings: [] });
  const named = { $ref: { type: "string" } };
  expect(follow(document, named, "/a")).toEqual({ value: named, pointer: "/a", siblings: [] });
  expect(locate(document, `${schemas}/False`).value).toBe(false);
  expect(locate(document, `${schemas}/Root`)).toMatchObject({ value: document, pointer: "" });
});

test.each([
  ["Loop", "Loop", "refers to itself"],
  ["Ring", "Back", "refers to itself"],
  ["Lost", "Lost", "points at nothing"],
  ["Away", "Away", "leaves the document"],
  ["Anchor", "Anchor", "leaves the document"],
  ["Inherited", "Inherited", "points at nothing"],
])("%s leads nowhere", (name, last, why) => {
  const { value, broken } = follow(document, { $ref: `#/components/schemas/${name}` }, "/here");
  expect(value).toBeUndefined();
  expect(broken).toMatchObject({ why, pointer: `${schemas}/${last}` });
  expect(() => locate(document, `${schemas}/${name}`)).toThrow(new RegExp(`^#${schemas}/${name}: .* ${why}`));
  expect(() => resolve(document, { $ref: `#/components/schemas/${name}` }, "spec.yaml")).toThrow(Problem);
});

test("a reference over thousands of others is followed no further than over a hundred", () => {
  const all = Object.fromEntries(
    Array.from({ length: 5_000 }, (_, index) => [`S${index}`, { $ref: `#/components/schemas/S${index + 1}` }]),
  );
  const long = { components: { schemas: { ...all, S5000: { type: "string" } } } };
  expect(() => locate(long, "/components/schemas/S0")).toThrow("goes on over too many others");
  expect(locate(long, "/components/schemas/S4950").value).toEqual({ type: "string" });
});

test("what was changed meanwhile is found as it is now", () => {
  const copy = structuredClone(document);
  expect(resolve(copy, { $ref: "#/components/schemas/A" }, "spec")).toEqual({ type: "string" });
  (copy["components"] as { schemas: JsonObject }).schemas["C/d e"] = { type: "integer" };
  expect(resolve(copy, { $ref: "#/components/schemas/A" }, "spec")).toEqual({ type: "integer" });
});
