import { expect, test } from "vitest";
import { schemaRules } from "./schema-rules.ts";
import { objectChanges } from "../testing/schema-changes.ts";
import { valueChanges } from "../testing/value-changes.ts";
import { found, foundInRequest, foundInResponse, small } from "../testing/small.ts";

const schemaChanges = [...objectChanges, ...valueChanges];

// What is too much to compare takes its time: that it is told is tried by itself.
test.each(schemaChanges.filter(([kind]) => kind !== "not-compared"))(
  "%s: from %j to %j",
  (kind, old, next, request, response, component) => {
    const sides = [old, next].map((schema) => small({ schemas: { Lonely: schema } }));
    expect(foundInRequest(old, next)).toEqual([`request-${kind} ${request}`]);
    expect(foundInResponse(old, next)).toEqual([`response-${kind} ${response}`]);
    expect(found(sides[0] ?? {}, sides[1] ?? {})).toEqual([`component-${kind} compatible ${component}`]);
  },
);

test("every rule is tried", () => {
  expect(new Set([...schemaChanges.map(([kind]) => kind), "open-property-added"])).toEqual(
    new Set(Object.keys(schemaRules)),
  );
});

test("a property that is described first may have been sent before, as anything", () => {
  const old = { type: "object" };
  const next = { ...old, properties: { a: { type: "string" } } };
  expect(foundInRequest(old, next)).toEqual(["request-open-property-added risky major"]);
  expect(foundInResponse(old, next)).toEqual(["response-property-added compatible minor"]);
  const map = { ...old, additionalProperties: { type: "integer" } };
  expect(foundInResponse(map, { ...map, ...next })).toEqual(["response-open-property-added risky major"]);
});
