import { expect, test } from "vitest";
import type { Json, JsonObject } from "@x/openapi";
import { schemaRules } from "./schema-rules.ts";
import { found, foundInRequest, foundInResponse, small } from "../testing/small.ts";

const has = (property: Json, required: Json = []): JsonObject => ({ type: "object", properties: { a: property }, required });
const bare = { type: "object" };
const none: Json = { type: "object", properties: {} };
const text = { type: "string" };
const number = { type: "number" };
const map = (additionalProperties: Json): Json => ({ type: "object", additionalProperties });
const union = (...members: Json[]): Json => ({ oneOf: members });
const tagged = (discriminator: Json): Json => ({ oneOf: [has({ const: "x" }), has({ const: "y" })], discriminator });
const tag = { propertyName: "a", mapping: { x: "#/components/schemas/X" } };
const untagged = union(has({ const: "x" }), has({ const: "y" }));

const patterned: JsonObject = { type: "object", patternProperties: { "^x-": text } };
const kind = (value: string): Json => has({ const: value }, ["a"]);
/** Alternatives put together from several unions: more than are compared one by one. */
const vast = (name: string): Json => ({
  allOf: Array.from({ length: 10 }, (_, index) => ({
    anyOf: [0, 1].map((each) => ({ type: "object", required: [`${name}${index}${each}`] })),
  })),
});

/** Each kind of change, and the verdict on it: sent, received, in a component that nothing uses. Written out once more. */
const table: [kind: string, old: Json, next: Json, request: string, response: string, component: string][] = [
  ["property-added", has(text), { ...bare, properties: { a: text, b: text } }, "compatible minor", "compatible minor", "minor"],
  ["open-property-added", none, has(text), "risky minor", "", "minor"],
  ["property-added", bare, has(text), "", "compatible minor", "minor"],
  ["required-property-added", none, has(text, ["a"]), "breaking major", "compatible minor", "major"],
  ["property-removed", has(text), none, "breaking major", "breaking major", "major"],
  ["property-became-required", has(text), has(text, ["a"]), "breaking major", "compatible minor", "major"],
  ["property-became-optional", has(text, ["a"]), has(text), "compatible minor", "breaking major", "major"],
  ["undescribed-property-required", none, { ...none, required: ["b"] }, "breaking patch", "compatible patch", "patch"],
  ["undescribed-property-optional", { ...none, required: ["b"] }, none, "compatible patch", "risky patch", "patch"],
  [
    "property-became-read-only",
    has(text),
    has({ ...text, readOnly: true }),
    "breaking major",
    "compatible patch",
    "patch",
  ],
  [
    "property-became-writable",
    has({ ...text, readOnly: true }),
    has(text),
    "compatible minor",
    "compatible patch",
    "patch",
  ],
  [
    "property-became-write-only",
    has(text),
    has({ ...text, writeOnly: true }),
    "compatible patch",
    "breaking major",
    "patch",
  ],
  [
    "property-became-readable",
    has({ ...text, writeOnly: true }),
    has(text),
    "compatible patch",
    "compatible minor",
    "patch",
  ],
  ["type-changed", text, { type: "boolean" }, "breaking major", "breaking major", "major"],
  ["type-widened", text, { type: ["string", "number"] }, "compatible minor", "breaking major", "major"],
  ["type-narrowed", { type: ["string", "number"] }, text, "breaking major", "compatible major", "major"],
  ["type-declared", {}, text, "breaking major", "compatible minor", "major"],
  ["number-widened", { type: "integer" }, number, "compatible minor", "breaking major", "patch"],
  ["number-narrowed", number, { type: "integer" }, "breaking patch", "compatible patch", "patch"],
  ["became-nullable", text, { ...text, nullable: true }, "compatible minor", "breaking major", "major"],
  ["became-not-nullable", { ...text, nullable: true }, text, "breaking major", "compatible minor", "major"],
  ["enum-widened", { enum: ["a"] }, { enum: ["a", "b"] }, "compatible minor", "risky minor", "minor"],
  ["enum-narrowed", { enum: ["a", "b"] }, { enum: ["a"] }, "breaking major", "compatible major", "major"],
  ["enum-replaced", { enum: ["a"] }, { enum: ["b"] }, "breaking major", "breaking major", "major"],
  ["enum-added", text, { ...text, enum: ["a"] }, "breaking major", "compatible minor", "major"],
  ["enum-removed", { ...text, enum: ["a"] }, text, "compatible minor", "breaking major", "major"],
  ["format-tightened", text, { ...text, format: "uuid" }, "breaking patch", "compatible patch", "patch"],
  ["format-loosened", { ...text, format: "uuid" }, text, "compatible patch", "risky patch", "patch"],
  [
    "format-changed",
    { ...text, format: "uuid" },
    { ...text, format: "email" },
    "breaking patch",
    "breaking patch",
    "patch",
  ],
  ["pattern-tightened", text, { ...text, pattern: "a" }, "breaking patch", "compatible patch", "patch"],
  ["pattern-loosened", { ...text, pattern: "a" }, text, "compatible patch", "risky patch", "patch"],
  ["pattern-changed", { ...text, pattern: "a" }, { ...text, pattern: "b" }, "breaking patch", "risky patch", "patch"],
  ["constraint-tightened", text, { ...text, minLength: 1 }, "breaking patch", "compatible patch", "patch"],
  [
    "constraint-loosened",
    { ...number, maximum: 1 },
    { ...number, maximum: 2 },
    "compatible patch",
    "breaking patch",
    "patch",
  ],
  [
    "constraint-tightened",
    { ...number, multipleOf: 2 },
    { ...number, multipleOf: 4 },
    "breaking patch",
    "compatible patch",
    "patch",
  ],
  [
    "constraint-changed",
    { ...number, multipleOf: 2 },
    { ...number, multipleOf: 3 },
    "breaking patch",
    "breaking patch",
    "patch",
  ],
  ["default-added", text, { ...text, default: "a" }, "compatible patch", "compatible patch", "patch"],
  ["default-changed", { ...text, default: "a" }, { ...text, default: "b" }, "risky patch", "risky patch", "patch"],
  ["default-removed", { ...text, default: "a" }, text, "risky patch", "risky patch", "patch"],
  [
    "additional-properties-closed",
    none,
    { ...none, additionalProperties: false },
    "breaking patch",
    "compatible patch",
    "patch",
  ],
  [
    "additional-properties-opened",
    { ...none, additionalProperties: false },
    none,
    "compatible patch",
    "risky patch",
    "patch",
  ],
  [
    "additional-properties-typed",
    none,
    { ...none, additionalProperties: true },
    "compatible minor",
    "compatible minor",
    "minor",
  ],
  [
    "additional-properties-untyped",
    { ...none, additionalProperties: true },
    none,
    "compatible major",
    "compatible major",
    "major",
  ],
  ["additional-properties-forbidden", map(true), map(false), "breaking major", "compatible major", "major"],
  ["additional-properties-widened", map(text), map(true), "compatible minor", "breaking major", "major"],
  ["additional-properties-narrowed", map(true), map(text), "breaking major", "compatible minor", "major"],
  [
    "union-member-added",
    union(none, map(text)),
    union(none, map(text), text),
    "compatible minor",
    "breaking major",
    "major",
  ],
  [
    "union-member-removed",
    union(none, map(text), text),
    union(none, map(text)),
    "breaking major",
    "compatible major",
    "major",
  ],
  ["union-tightened", { anyOf: [none, has(text)] }, union(none, has(text)), "risky patch", "compatible patch", "patch"],
  ["union-loosened", union(none, has(text)), { anyOf: [none, has(text)] }, "compatible patch", "risky patch", "patch"],
  ["discriminator-added", untagged, tagged(tag), "compatible major", "compatible minor", "major"],
  ["discriminator-removed", tagged(tag), untagged, "compatible minor", "compatible major", "major"],
  [
    "discriminator-changed",
    tagged(tag),
    tagged({ ...tag, propertyName: "b" }),
    "breaking major",
    "breaking major",
    "major",
  ],
  ["discriminator-value-added", tagged({ propertyName: "a" }), tagged(tag), "compatible minor", "compatible minor", "minor"],
  ["validation-changed", text, { ...text, not: { const: "a" } }, "breaking patch", "compatible patch", "patch"],
  ["pattern-properties-added", has(text), { ...patterned, ...has(text) }, "compatible minor", "compatible minor", "minor"],
  ["pattern-properties-removed", patterned, none, "risky major", "risky major", "major"],
  ["tagged-member-added", union(kind("x"), kind("y")), union(kind("x"), kind("y"), kind("z")), "compatible minor", "risky minor", "minor"],
  ["not-compared", vast("a"), vast("b"), "risky patch", "risky patch", "patch"],
];

test.each(table)("%s: from %j to %j", (kind, old, next, request, response, component) => {
  const sides = [old, next].map((schema) => small({ schemas: { Lonely: schema } }));
  // Of a kind that one direction alone has, the other has a row of its own.
  if (request) expect(foundInRequest(old, next)).toEqual([`request-${kind} ${request}`]);
  if (response) expect(foundInResponse(old, next)).toEqual([`response-${kind} ${response}`]);
  if (request && response) expect(found(sides[0] ?? {}, sides[1] ?? {})).toEqual([`component-${kind} compatible ${component}`]);
});

test("every rule is tried", () => {
  expect(new Set(table.map(([kind]) => kind))).toEqual(new Set(Object.keys(schemaRules)));
});
