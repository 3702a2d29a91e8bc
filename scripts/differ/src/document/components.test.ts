import { describe, expect, test } from "vitest";
import { Problem, type JsonObject } from "@x/openapi";
import { compareByRule } from "../diff.ts";
import { found, small } from "../testing/small.ts";

const to = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });

/** Two schemas that hold each other, under the given names. */
function ring(one: string, other: string, more: JsonObject = {}): JsonObject {
  const schemas = {
    [one]: { type: "object", properties: { next: to(other), ...more } },
    [other]: { type: "object", properties: { back: to(one), label: { type: "string" } } },
  };
  return small({ received: to(one), schemas });
}

describe("components", () => {
  test("those that hold each other are found under new names", () => {
    expect(found(ring("Hen", "Egg"), ring("Chicken", "Oval"))).toEqual([
      "component-renamed compatible major",
      "component-renamed compatible major",
    ]);
  });

  test("one that changes together with its name is still one", () => {
    expect(found(ring("Hen", "Egg"), ring("Chicken", "Egg", { age: { type: "integer" } }))).toEqual([
      "component-renamed compatible major",
      "response-property-added compatible minor",
    ]);
  });

  test("those that differ only in what they refer to are told apart", () => {
    const box = (name: string): JsonObject => ({ type: "object", properties: { inside: to(name) } });
    const old = small({
      schemas: {
        A: box("B"),
        B: box("Text"),
        C: box("D"),
        D: box("Whole"),
        Text: { type: "string" },
        Whole: { type: "integer" },
      },
    });
    const next = small({
      schemas: {
        Z: box("Y"),
        Y: box("Count"),
        X: box("W"),
        W: box("Words"),
        Words: { type: "string" },
        Count: { type: "integer" },
      },
    });
    expect(
      compareByRule(old, next)
        .changes.map(({ text }) => text)
        .toSorted(),
    ).toEqual([
      "The component A is called X now.",
      "The component B is called W now.",
      "The component C is called Z now.",
      "The component D is called Y now.",
      "The component Text is called Words now.",
      "The component Whole is called Count now.",
    ]);
  });

  test("parts that apply many times over are merged once", () => {
    const schemas: JsonObject = { P0: { type: "object", properties: { a: { type: "string" } } } };
    for (let index = 1; index < 60; index += 1)
      schemas[`P${index}`] = { allOf: [to(`P${index - 1}`), { allOf: [to(`P${index - 1}`)] }] };
    expect(found(small({ received: to("P59"), schemas }), small({ received: to("P59"), schemas }))).toEqual([]);
  });

  test("of several that say the same, each is paired with its like", () => {
    const named = (...names: string[]): JsonObject =>
      small({
        schemas: Object.fromEntries(names.map((name, index) => [name, { type: "string", maxLength: index + 1 }])),
      });
    const { changes } = compareByRule(named("A", "B", "C"), named("X", "Y", "Z"));
    expect(changes.map(({ text }) => text)).toEqual([
      "The component A is called X now.",
      "The component B is called Y now.",
      "The component C is called Z now.",
    ]);
  });

  test("what comes or goes with its operation is told by the operation", () => {
    const without = small({});
    const paths = {
      ...(without["paths"] as JsonObject),
      "/more": { get: { responses: {}, requestBody: { $ref: "#/components/requestBodies/B" } } },
    };
    const requestBodies = { B: { content: { "application/json": { schema: to("Deep") } } } };
    const withMore = { ...without, paths, components: { schemas: { Deep: {} }, requestBodies } };
    expect(found(without, withMore)).toEqual(["operation-added compatible minor"]);
    expect(found(withMore, without)).toEqual(["operation-removed breaking major"]);
  });

  test("an inline schema that becomes a component adds a type and changes none", () => {
    const inline = small({ received: { type: "object", properties: { a: { type: "string" } } } });
    const schemas = { A: { type: "object", properties: { a: { type: "string" } } } };
    expect(found(inline, small({ received: to("A"), schemas }))).toEqual(["component-added compatible minor"]);
  });

  test("parameters, responses, bodies and headers that nothing uses are no names of the package", () => {
    const holding = (type: string): JsonObject => {
      const content = { "application/json": { schema: { type } } };
      return small({
        document: {
          components: {
            parameters: { P: { name: "p", in: "query", schema: { type } } },
            responses: { R: { description: "", content } },
            requestBodies: { B: { content } },
            headers: { H: { schema: { type } } },
          },
        },
      });
    };
    expect(found(holding("string"), holding("boolean"))).toEqual([]);
  });

  test("a schema that includes itself by allOf comes to an end", () => {
    const loop = (type: string): JsonObject =>
      small({
        received: to("A"),
        schemas: { A: { allOf: [to("A"), { type: "object", properties: { a: { type } } }] } },
      });
    expect(found(loop("string"), loop("boolean"))).toEqual(["response-type-changed breaking major"]);
  });
});

describe("references that lead nowhere are named with file and place", () => {
  const where = "#/paths/~1things/post/responses/200/content/application~1json/schema";

  test.each([
    ["#/components/schemas/Gone", "points at nothing."],
    ["./other.yaml#/A", "leaves the document; only references that start with #/ can be compared."],
  ])("%s", (reference, why) => {
    const broken = small({ received: { $ref: reference } });
    const message = `new.yaml${where}: $ref "${reference}" ${why}`;
    expect(() => compareByRule(small({}), small({}))).not.toThrow();
    expect(() => compareByRule(small({ received: {} }), broken, { next: "new.yaml" })).toThrow(new Problem(message));
  });

  test("a circle of references alone", () => {
    const circle = small({ received: to("A"), schemas: { A: to("B"), B: to("A") } });
    expect(() => compareByRule(circle, circle, { next: "new.yaml" })).toThrow(/new\.yaml#.*goes round in a circle/);
  });
});
