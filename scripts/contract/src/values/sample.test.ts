import { type JsonObject } from "@x/openapi";
import { expect, test } from "vitest";
import { sample } from "./sample.ts";
import { Spec } from "../spec/spec.ts";
import { variantsOf } from "./variants.ts";

const schemas: JsonObject = {
  Everything: {
    type: "object",
    required: ["id", "name", "size"],
    properties: {
      id: { type: "string", readOnly: true },
      name: { type: "string", minLength: 6, maxLength: 8 },
      size: { type: "integer", minimum: 3, multipleOf: 5 },
      state: { enum: [null, "open"] },
      day: { type: "string", format: "date" },
      code: { type: "string", pattern: "^[A-Z]{3}-\\d+$" },
      word: { type: "string", pattern: "^(?!x)[a-z]+$", minLength: 2, maxLength: 9 },
      tags: { type: "array", minItems: 2, items: { type: "string" } },
      inner: { allOf: [{ $ref: "#/components/schemas/Inner" }, { required: ["b"] }] },
      either: { oneOf: [{ type: "integer" }, { type: "string" }] },
      self: { $ref: "#/components/schemas/Everything" },
    },
  },
  Inner: { type: "object", properties: { a: { type: "boolean" }, b: { type: "number", exclusiveMinimum: 0 } } },
};
const pointer = "/components/schemas/Everything";
const spec = new Spec({ openapi: "3.1.0", paths: {}, components: { schemas } });

test.each(["required", "everything"] as const)("samples are valid with %s", (extent) => {
  const value = sample(spec, pointer, extent) as JsonObject;
  expect(spec.faults(pointer, value, "request")).toEqual([]);
  expect(sample(spec, pointer, extent)).toEqual(value);
  const optional = ["state", "day", "code", "word", "tags", "inner", "either"];
  expect(Object.keys(value)).toEqual(["name", "size", ...(extent === "everything" ? optional : [])]);
});

test("variants are all valid, and leave out, empty, and add", () => {
  const value = { id: "i", name: "length", size: 5, tags: ["a", "b"], inner: { b: 1 } };
  const variants = variantsOf(spec, pointer, value);
  expect(variants.filter(({ value: changed }) => spec.faults(pointer, changed).length)).toEqual([]);
  const names = variants.map(({ name }) => name);
  expect(names).toEqual(
    expect.arrayContaining(["without all that is optional", "/ with an unknown field", "/tags left out", "/id empty"]),
  );
  // Not where the schema forbids it: a required property, the least length, the least number of items.
  for (const name of ["/id left out", "/name empty", "/tags empty", "/inner/b left out"]) {
    expect(names).not.toContain(name);
  }
});
