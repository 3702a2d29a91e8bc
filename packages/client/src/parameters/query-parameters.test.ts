import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { unlessRefused } from "../../test/support/refusals.ts";
import type { ParameterDefinition } from "../definition/parameter-definition.ts";
import { ConfigError } from "../errors/errors.ts";
import { placeParameters, planParameters } from "./parameters.ts";
import { plainParameter } from "./plain-parameter.ts";
import { styledParameter } from "./styled-parameter.ts";

function serialize(query: Record<string, ParameterDefinition>, values: unknown, serializer = styledParameter): string {
  const definition = { method: "GET", path: "/", parameters: { query }, responses: {} } as const;
  const plan = planParameters("getThing", definition);
  return placeParameters("getThing", "/", plan, { query: values }, serializer).target.replace(/^\/\??/, "");
}

describe("a query", () => {
  // The examples of OpenAPI 3.1, "Style Examples".
  const array = ["blue", "black", "brown"];
  const object = { R: 100, G: 200, B: 150 };
  test.each([
    [{ type: "array" }, array, "color=blue&color=black&color=brown"],
    [{ type: "array", explode: false }, array, "color=blue,black,brown"],
    [{ type: "array", style: "spaceDelimited", explode: false }, array, "color=blue%20black%20brown"],
    [{ type: "array", style: "spaceDelimited" }, array, "color=blue%20black%20brown"],
    [{ type: "array", style: "spaceDelimited", explode: true }, array, "color=blue&color=black&color=brown"],
    [{ type: "array", style: "pipeDelimited" }, array, "color=blue%7Cblack%7Cbrown"],
    [{ type: "array", style: "pipeDelimited", explode: true }, array, "color=blue&color=black&color=brown"],
    [{ type: "object" }, object, "R=100&G=200&B=150"],
    [{ type: "object", explode: false }, object, "color=R,100,G,200,B,150"],
    [{ type: "object", style: "deepObject" }, object, "color[R]=100&color[G]=200&color[B]=150"],
    [{ type: "array", items: "date" }, [new Date("2026-11-21")], "color=2026-11-21"],
    [{ type: "array" }, [], ""],
    [{ type: "array", explode: false }, [], ""],
    [{ type: "object" }, {}, ""],
    [{ type: "object" }, { a: undefined }, ""],
    ["any", "a", "color=a"],
    ["any", ["a", 1], "color=a&color=1"],
    ["any", { a: 1 }, "a=1"],
    ["any", new Date(0), "color=1970-01-01T00%3A00%3A00.000Z"],
    ["json", { a: [1] }, "color=%7B%22a%22%3A%5B1%5D%7D"],
    ["string", "", "color="],
    ["boolean", false, "color=false"],
    ["integer", 0, "color=0"],
    ["number", -1.5e-9, "color=-1.5e-9"],
    ["date-time", "2026-11-21T10:00:00+02:00", "color=2026-11-21T10%3A00%3A00%2B02%3A00"],
    ["date", new Date("2026-11-21"), "color=2026-11-21"],
    ["date", new Date(2026, 10, 21), "color=2026-11-21"],
    ["string", null, ""],
    [{ type: "array" }, ["a", null, "b"], "color=a&color=b"],
    [
      { type: "object", style: "deepObject" },
      { a: [1, 2], b: [{ c: 1 }], d: null },
      "color[a][]=1&color[a][]=2&color[b][0][c]=1",
    ],
    [{ type: "array", style: "deepObject" }, ["a", "b"], "color[]=a&color[]=b"],
    ["any", new URL("https://a.test/b"), "color=https%3A%2F%2Fa.test%2Fb"],
  ] as const)("in the style %j of %j", (definition, color, expected) => {
    expect(serialize({ color: definition as ParameterDefinition }, { color })).toBe(expected);
  });

  test.each([
    ["string", "a&b=c", "color=a%26b%3Dc"],
    ["string", "", "color="],
    ["boolean", false, "color=false"],
    ["integer", 0, "color=0"],
    ["number", -1.5, "color=-1.5"],
    ["string", undefined, ""],
  ] as const)("of a plain %s %j", (type, color, expected) => {
    expect(serialize({ color: type }, { color }, plainParameter)).toBe(expected);
  });

  test("of nothing but primitives refuses what the types do not allow", () => {
    for (const value of [["a"], { a: 1 }, new Date(0), 1])
      expect(() => serialize({ color: "string" }, { color: value }, plainParameter)).toThrow(ConfigError);
    expect(() => serialize({ color: { type: "string", required: true } }, {}, plainParameter)).toThrow("is missing");
  });

  test("nests filters to any depth, dates and arrays within", () => {
    const filter = {
      date_created_at: { gte: new Date(0), eq: "2020" },
      tags: ["a&b", "c"],
      deep: { er: { est: true } },
      none: undefined,
    };
    expect(serialize({ filter: { type: "object", style: "deepObject" } }, { filter })).toBe(
      "filter[date_created_at][gte]=1970-01-01T00%3A00%3A00.000Z&filter[date_created_at][eq]=2020" +
        "&filter[tags][]=a%26b&filter[tags][]=c&filter[deep][er][est]=true",
    );
  });

  test("refuses an object that holds itself", () => {
    const filter: Record<string, unknown> = {};
    filter["a"] = { b: filter };
    expect(() => serialize({ filter: { type: "object", style: "deepObject" } }, { filter })).toThrow(ConfigError);
  });

  test("leaves reserved characters alone where it is allowed, save those that would end the value", () => {
    const url: ParameterDefinition = { type: "string", allowReserved: true };
    expect(serialize({ url }, { url: "https://a.test/b?c=d&e#f+g" })).toBe("url=https://a.test/b?c%3Dd%26e%23f%2Bg");
  });

  test("encodes names", () => {
    expect(serialize({ "filter[a b]": "string" }, { "filter[a b]": "c" })).toBe("filter%5Ba%20b%5D=c");
  });

  test("keeps the spec's order, leaves out undefined", () => {
    expect(serialize({ b: "string", a: "string", c: "string" }, { a: "1", b: "2", c: undefined })).toBe("b=2&a=1");
  });

  test.each([undefined, null, {}])("is empty for %j", (values) => {
    expect(serialize({ a: "string" }, values)).toBe("");
  });

  test("names a parameter that is missing, or that the spec does not have", () => {
    expect(() => serialize({ a: { type: "string", required: true } }, {})).toThrow(
      'getThing: query parameter "a" is missing',
    );
    expect(() => serialize({ a: "string" }, { b: 1 })).toThrow('query parameter "b" is not known');
    expect(() =>
      serialize(Object.fromEntries([["constructor", { type: "string" as const, required: true as const }]]), {}),
    ).toThrow("is missing");
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, "1"])("refuses %j for a number", (value) => {
    expect(() => serialize({ a: "number" }, { a: value })).toThrow(ConfigError);
  });

  test("never shows a value in a refusal", () => {
    expect(() => serialize({ a: "integer" }, { a: "alice@example.test" })).toThrow(
      'getThing: query parameter "a" must be a valid integer (given: string)',
    );
  });

  test("of any value is text that parses back, or a ConfigError", () => {
    const definitions: Record<string, ParameterDefinition> = {
      text: "string",
      any: "any",
      list: { type: "array" },
      object: { type: "object", explode: false },
      deep: { type: "object", style: "deepObject" },
      json: "json",
    };
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(definitions)),
        fc.anything({ withDate: true, withNullPrototype: true, withBigInt: true }),
        (name, value) => {
          const query = unlessRefused(() => serialize(definitions, { [name]: value })) ?? "";
          expect(new URL(`https://a.test/?${query}`).hash).toBe("");
          expect(query).toMatch(/^[\x21-\x7e]*$/);
        },
      ),
      { numRuns: 3_000, seed: 2 },
    );
  });
});
