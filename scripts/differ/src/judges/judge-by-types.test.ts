import { join } from "node:path";
import { fieldsOf, isObject, readOpenApi, type Json } from "@x/openapi";
import { expect, test } from "vitest";
import { judgeByTypes } from "./judge-by-types.ts";
import { someMutants } from "./mutants.ts";

const document = readOpenApi(join(import.meta.dirname, "every-field.yaml"));

test("the verdicts on the code of mutants are those of the checker", async () => {
  const { judged, differences } = await judgeByTypes(document, someMutants(document, 5, 20_261_126));
  expect(judged).toBeGreaterThan(3);
  expect(differences).toEqual([]);
});

test("the document uses every field", () => {
  const used = new Set<string>();
  const note = (value: Json): void => {
    if (Array.isArray(value)) for (const each of value) note(each);
    if (!isObject(value)) return;
    for (const [key, each] of Object.entries(value)) {
      used.add(key);
      note(each);
    }
  };
  note(document);
  const fields = Object.values(fieldsOf).flatMap((each) => Object.keys(each));
  // Those of older drafts, which OpenAPI 3.1 does not have, and a method that no client can send.
  const others = ["additionalItems", "definitions", "trace"];
  expect([...new Set(fields)].filter((field) => !used.has(field)).toSorted()).toEqual(others);
});
