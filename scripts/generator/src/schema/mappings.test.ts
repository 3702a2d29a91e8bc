import type { JsonObject } from "@x/openapi";
import { expect, test } from "vitest";
import { withMappings } from "./mappings.ts";

const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
const kind = (...values: string[]): JsonObject => ({ properties: { kind: { type: "string", enum: values } } });

test("a member that says its own value is mapped by it, by oneOf and by allOf, and what is mapped stays", () => {
  const schemas = {
    Pet: {
      oneOf: [ref("Cat"), ref("Dog"), ref("Bird"), ref("Fish")],
      discriminator: { propertyName: "kind", mapping: { d: ref("Dog")["$ref"] as string } },
    },
    Cat: { properties: { kind: { const: "cat" } } },
    Dog: kind("dog"),
    Bird: { allOf: [ref("Base"), kind("bird")] },
    Fish: kind("trout", "salmon"),
    Base: { discriminator: { propertyName: "kind" } },
  };
  const { Pet, Base } = withMappings(schemas) as Record<string, { discriminator: unknown }>;
  const cat = "#/components/schemas/Cat";
  const bird = "#/components/schemas/Bird";
  expect(Pet?.discriminator).toEqual({ propertyName: "kind", mapping: { d: "#/components/schemas/Dog", cat, bird } });
  expect(Base?.discriminator).toEqual({ propertyName: "kind", mapping: { bird } });
});

test("where no member says its value, nothing is mapped", () => {
  const schemas = { Pet: { oneOf: [ref("Cat")], discriminator: { propertyName: "kind" } }, Cat: { type: "object" } };
  expect(withMappings(schemas)).toEqual(schemas);
});
