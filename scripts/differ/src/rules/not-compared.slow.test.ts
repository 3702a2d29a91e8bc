import { expect, test } from "vitest";
import { objectChanges } from "../testing/schema-changes.ts";
import { found, foundInRequest, foundInResponse, small } from "../testing/small.ts";
import { valueChanges } from "../testing/value-changes.ts";

const tooMuch = [...objectChanges, ...valueChanges].filter(([kind]) => kind === "not-compared");

test.each(tooMuch)("%s: what is too much to compare is told", (kind, old, next, request, response, component) => {
  const sides = [old, next].map((schema) => small({ schemas: { Lonely: schema } }));
  expect(foundInRequest(old, next)).toEqual([`request-${kind} ${request}`]);
  expect(foundInResponse(old, next)).toEqual([`response-${kind} ${response}`]);
  expect(found(sides[0] ?? {}, sides[1] ?? {})).toEqual([`component-${kind} compatible ${component}`]);
});
