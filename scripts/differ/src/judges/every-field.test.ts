import { join } from "node:path";
import { fieldsOf, isObject, readOpenApi, type Json } from "@x/openapi";
import { expect, test } from "vitest";

test("the document whose mutants are judged uses every field", () => {
  const used = new Set<string>();
  const note = (value: Json): void => {
    if (Array.isArray(value)) for (const each of value) note(each);
    if (!isObject(value)) return;
    for (const [key, each] of Object.entries(value)) {
      used.add(key);
      note(each);
    }
  };
  note(readOpenApi(join(import.meta.dirname, "every-field.yaml")));
  const fields = Object.values(fieldsOf).flatMap((each) => Object.keys(each));
  // Those of older drafts, which OpenAPI 3.1 does not have, and a method that no client can send.
  const others = ["additionalItems", "definitions", "trace"];
  expect([...new Set(fields)].filter((field) => !used.has(field)).toSorted()).toEqual(others);
});
