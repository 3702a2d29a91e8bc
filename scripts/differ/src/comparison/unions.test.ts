import { describe, expect, test } from "vitest";
import type { JsonObject } from "@x/openapi";
import { compareByRule } from "../diff.ts";
import { foundInRequest, foundInResponse, small } from "../testing/small.ts";

const tagged = (tag: string, more: JsonObject = {}): JsonObject => ({
  type: "object",
  required: ["tag"],
  properties: { tag: { const: tag }, ...more },
});
const schemas: JsonObject = {
  Cat: tagged("cat"),
  Dog: tagged("dog"),
  Fox: tagged("fox"),
};
const to = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });

describe("alternatives are known by what they are", () => {
  test("by name", () => {
    const old = { oneOf: [to("Cat"), to("Dog")] };
    const next = { oneOf: [to("Dog"), to("Fox"), to("Cat")] };
    expect(foundInResponse(old, next, schemas)).toEqual(["response-tagged-member-added risky minor"]);
    expect(foundInResponse(next, old, schemas)).toEqual(["response-union-member-removed compatible major"]);
    expect(foundInRequest(old, next, schemas)).toEqual(["request-tagged-member-added compatible minor"]);
    expect(foundInRequest(next, old, schemas)).toEqual(["request-union-member-removed breaking major"]);
  });

  test("by content, where they have no name", () => {
    const old = { oneOf: [tagged("cat"), tagged("dog")] };
    expect(foundInResponse(old, { oneOf: [to("Dog"), to("Cat")] }, schemas)).toEqual([]);
  });

  test("by likeness, where one changed: its tag tells which", () => {
    const old = { oneOf: [tagged("cat", { lives: {} }), tagged("dog", { lives: {} })] };
    // By properties alone, the dog is as much like the cat that was.
    const next = { oneOf: [tagged("dog", { lives: {} }), tagged("cat", { lives: {}, name: { type: "string" } })] };
    const other = { oneOf: [tagged("fox", { lives: {} }), tagged("dog", { lives: {} })] };
    expect(foundInResponse(old, other)).toEqual([
      "response-tagged-member-added risky minor",
      "response-union-member-removed compatible major",
    ]);
    const { changes } = compareByRule(small({ received: old }), small({ received: next }));
    expect(changes.map(({ id }) => id)).toEqual(["response-property-added"]);
    expect(changes[0]?.where).toContain("/oneOf/1/properties/name");
  });

  test("by a component's new name", () => {
    const sides = ["Dog", "Hound"].map((name) =>
      small({ received: { oneOf: [to("Cat"), to(name)] }, schemas: { Cat: tagged("cat"), [name]: tagged("dog") } }),
    );
    const { changes } = compareByRule(sides[0] ?? {}, sides[1] ?? {});
    expect(changes.map(({ id }) => id)).toEqual(["component-renamed"]);
  });
});

test("alternatives that refuse each other's properties stay what they were", () => {
  const choice = (more: JsonObject): JsonObject => ({
    type: "object",
    properties: { url: { type: "string" }, text: { type: "string" }, ...more },
    oneOf: [
      { required: ["url"], properties: { text: { not: {} } } },
      { required: ["text"], properties: { url: { not: {} } } },
    ],
  });
  const found = new Set(foundInRequest(choice({}), choice({ fresh: { type: "string" } })));
  expect([...found]).toEqual(["request-property-added compatible minor"]);
});

test("a schema that becomes one of several alternatives widens", () => {
  const several = { oneOf: [to("Cat"), to("Dog")] };
  expect(foundInResponse(to("Cat"), several, schemas)).toEqual(["response-union-member-added breaking major"]);
  expect(foundInRequest(several, to("Cat"), schemas)).toEqual(["request-union-member-removed breaking major"]);
});

test("null that comes or goes with the alternatives is told too", () => {
  const several = { oneOf: [to("Cat"), to("Dog"), { type: "null" }] };
  expect(foundInResponse(to("Cat"), several, schemas)).toEqual([
    "response-union-member-added breaking major",
    "response-became-nullable breaking major",
  ]);
});

test("oneOf is stricter than anyOf", () => {
  const members = [to("Cat"), to("Dog")];
  // Their tags tell them apart: exactly one fits, or none.
  expect(foundInRequest({ anyOf: members }, { oneOf: members }, schemas)).toEqual([]);
  const loose = { Cat: { type: "object", properties: { a: {} } }, Dog: { type: "object", properties: { b: {} } } };
  expect(foundInRequest({ anyOf: members }, { oneOf: members }, loose)).toEqual([
    "request-union-tightened risky patch",
  ]);
  expect(foundInResponse({ oneOf: members }, { anyOf: members }, loose)).toEqual([
    "response-union-loosened risky patch",
  ]);
});

describe("discriminators", () => {
  const union = (discriminator: JsonObject): JsonObject => ({
    oneOf: [to("Cat"), to("Dog")],
    ...(Object.keys(discriminator).length > 0 && { discriminator }),
  });
  const tag = { propertyName: "tag", mapping: { cat: "#/components/schemas/Cat" } };

  test("one that comes narrows, one that goes widens, another one breaks", () => {
    expect(foundInResponse(union({}), union(tag), schemas)).toEqual(["response-discriminator-added compatible minor"]);
    expect(foundInResponse(union(tag), union({}), schemas)).toEqual([
      "response-discriminator-removed compatible major",
    ]);
    expect(foundInResponse(union(tag), union({ ...tag, propertyName: "kind" }), schemas)).toEqual([
      "response-discriminator-changed breaking major",
    ]);
  });

  test("a value that comes is a value more, one that means something else breaks", () => {
    const more = { ...tag, mapping: { ...tag.mapping, dog: "Dog" } };
    const other = { ...tag, mapping: { cat: "Dog" } };
    expect(foundInResponse(union(tag), union(more), schemas)).toEqual([
      "response-discriminator-value-added compatible minor",
    ]);
    expect(foundInResponse(union(tag), union(other), schemas)).toEqual([
      "response-discriminator-changed breaking major",
    ]);
  });
});

test("unions that hold themselves come to an end", () => {
  const schema = (type: string): JsonObject => ({
    Tree: {
      oneOf: [
        { type: "object", properties: { left: to("Tree"), right: to("Tree") } },
        { type: "object", properties: { leaf: { type } } },
      ],
    },
  });
  const sides = ["string", "integer"].map((type) => small({ received: to("Tree"), schemas: schema(type) }));
  expect(compareByRule(sides[0] ?? {}, sides[1] ?? {}).changes.map(({ id }) => id)).toEqual(["response-type-changed"]);
});
