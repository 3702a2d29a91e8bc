import * as fc from "fast-check";
import { assert, describe, expect, test } from "vitest";
import { unlessRefused } from "../../test/support/refusals.ts";
import type { OperationDefinition } from "../definition/operation-definition.ts";
import type { ParameterDefinition } from "../definition/parameter-definition.ts";
import { ConfigError } from "../errors/errors.ts";
import { placeParameters, planParameters } from "./parameters.ts";
import { plainParameter } from "./plain-parameter.ts";
import { styledParameter } from "./styled-parameter.ts";

const BASE = "https://api.example.test/v1";

function fill(
  path: string,
  parameters: Record<string, ParameterDefinition>,
  values: unknown,
  serializer = plainParameter,
): string {
  const definition: OperationDefinition = { method: "GET", path, parameters: { path: parameters }, responses: {} };
  return placeParameters("getThing", path, planParameters("getThing", definition), { path: values }, serializer).target;
}

/** Texts that try to climb out of a path, and any other text. */
const hostileText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({
    unit: fc.constantFrom(
      ".",
      "/",
      "\\",
      "%",
      "2",
      "e",
      "E",
      "f",
      "F",
      "?",
      "#",
      ";",
      "@",
      ":",
      "\u0000",
      "\n",
      "\uff0e",
    ),
  }),
  fc.constantFrom(
    ".",
    "..",
    "...",
    "%2e%2e",
    "%2E.",
    ".%2e",
    "..%2f",
    "../..",
    "..\\..",
    "//evil.test",
    "https://evil.test",
    "{id}",
  ),
);

describe.each([
  ["a plain", plainParameter, "string"],
  ["a styled", styledParameter, "string"],
  // OpenAPI has allowReserved for queries alone.
  ["a reserved", styledParameter, { type: "string", allowReserved: true }],
] as const)("%s path parameter", (_, serializer, text) => {
  test("stays one segment below base path and origin, whatever 10,000 fuzzed ids hold", () => {
    let sent = 0;
    fc.assert(
      fc.property(hostileText, hostileText, (first, second) => {
        const values = { id: first, part: second };
        const target = unlessRefused(() =>
          fill("/things/{id}/parts/{part}.json", { id: text, part: text }, values, serializer),
        );
        if (target === undefined) return;
        sent += 1;
        const { href, origin, pathname } = new URL(BASE + target);
        const segments = pathname.split("/").map(decodeURIComponent);
        // One comparison: a matcher costs more than all of the rest.
        assert.deepEqual(
          [href, origin, ...segments],
          [BASE + target, "https://api.example.test", "", "v1", "things", first, "parts", `${second}.json`],
        );
      }),
      // Two ids a run.
      { numRuns: 5_000, seed: 20_261_121 },
    );
    expect(sent).toBeGreaterThan(2_500);
  });

  test("is any value at all: text comes of it, or a ConfigError", () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withDate: true, withNullPrototype: true }), (value) => {
        const target = unlessRefused(() => fill("/things/{id}", { id: "string" }, { id: value }, serializer));
        expect(target ?? "/things/refused").toMatch(/^\/things\/[^/?#\\]+$/);
      }),
      { numRuns: 2_000, seed: 1 },
    );
  });

  test("fills each place of its name", () => {
    expect(fill("/a/{id}/b/{id}", { id: "string" }, { id: "x y" }, serializer)).toBe("/a/x%20y/b/x%20y");
  });

  test("does not read what objects inherit", () => {
    expect(() =>
      fill("/{constructor}", Object.fromEntries([["constructor", "string" as const]]), {}, serializer),
    ).toThrow(/"constructor" is missing/);
  });

  test.each([
    ["string", "a/b", "a%2Fb"],
    ["number", -1.5e-9, "-1.5e-9"],
    ["boolean", false, "false"],
    ["integer", 0, "0"],
  ] as const)("of the type %s is sent", (type, id, expected) => {
    expect(fill("/things/{id}", { id: type }, { id }, serializer)).toBe(`/things/${expected}`);
  });

  test.each([
    ["integer", 1.5],
    ["integer", "1"],
    ["string", 1],
    ["boolean", "true"],
    ["number", Number.POSITIVE_INFINITY],
    ["date", 0],
    ["string", "."],
    ["string", ""],
    ["string", "\ud800"],
  ] as const)("of the type %s refuses %j", (type, id) => {
    expect(() => fill("/things/{id}", { id: type }, { id }, serializer)).toThrow(ConfigError);
  });
});

describe("a path parameter", () => {
  test("may have a name that is a pattern to String.prototype.replaceAll", () => {
    const definition = { type: "string", style: "matrix" } as const;
    expect(fill("/things/{$&}", { "$&": definition }, { "$&": "a" }, styledParameter)).toBe("/things/;%24%26=a");
  });

  test.each([
    [{ type: "array", items: "integer" }, [3, 4], "3,4"],
    [{ type: "array", explode: true }, ["a", "b"], "a,b"],
    [{ type: "array", style: "label" }, ["a", "b"], ".a,b"],
    [{ type: "array", style: "label", explode: true }, ["a", "b"], ".a.b"],
    [{ type: "array", style: "matrix" }, ["a", "b"], ";id=a,b"],
    [{ type: "array", style: "matrix", explode: true }, ["a", "b"], ";id=a;id=b"],
    [{ type: "object" }, { r: 1, g: 2 }, "r,1,g,2"],
    [{ type: "object", explode: true }, { r: 1, g: 2 }, "r=1,g=2"],
    [{ type: "object", style: "label" }, { r: 1, g: 2 }, ".r,1,g,2"],
    [{ type: "object", style: "label", explode: true }, { r: 1, g: 2 }, ".r=1.g=2"],
    [{ type: "object", style: "matrix" }, { r: 1, g: 2 }, ";id=r,1,g,2"],
    [{ type: "object", style: "matrix", explode: true }, { r: 1, g: 2 }, ";r=1;g=2"],
    [{ type: "string", style: "label" }, "a", ".a"],
    [{ type: "string", style: "matrix" }, "a", ";id=a"],
    [{ type: "date" }, new Date("2026-11-21"), "2026-11-21"],
    [{ type: "boolean" }, false, "false"],
  ] as const)("in the style %j of %j", (definition, id, expected) => {
    expect(fill("/things/{id}", { id: definition as ParameterDefinition }, { id }, styledParameter)).toBe(
      `/things/${expected}`,
    );
  });

  test.each([
    [{ type: "array" }, []],
    [{ type: "array" }, ["a", ""]],
    [{ type: "array" }, [".."]],
    [{ type: "array" }, [["a"]]],
    [{ type: "array" }, "a"],
    [{ type: "array", items: "object" }, [{}]],
    [{ type: "object" }, {}],
    [{ type: "object" }, { a: { b: 1 } }],
    [{ type: "object" }, new Date(0)],
    [{ type: "object" }, null],
    [{ type: "string", style: "label" }, "."],
  ] as const)("of %j refuses %j", (definition, id) => {
    expect(() => fill("/things/{id}", { id: definition as ParameterDefinition }, { id }, styledParameter)).toThrow(
      ConfigError,
    );
  });
});
