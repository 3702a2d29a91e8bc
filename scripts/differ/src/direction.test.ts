import { expect, test } from "vitest";
import { compareByRule } from "./diff.ts";
import { found, foundInRequest, foundInResponse, small } from "./testing/small.ts";

const reference = { $ref: "#/components/schemas/Thing" };

test("a component that is sent and received changes once for each, with its operations", () => {
  const sides = ["integer", "number"].map((type) =>
    small({ sent: reference, received: reference, schemas: { Thing: { type } } }),
  );
  const changes = compareByRule(sides[0] ?? {}, sides[1] ?? {}).changes;
  expect(changes.map(({ id, operation }) => [id, operation])).toEqual([
    ["response-number-widened", "Do"],
    ["request-number-widened", "Do"],
  ]);
});

test("a component of two operations changes once, for both", () => {
  const document = (type: string) => {
    const own = small({ received: reference, schemas: { Thing: { type } } });
    const more = small({ received: reference, operation: { operationId: "Also" }, path: "/more" });
    return { ...own, paths: { ...(own["paths"] as object), ...(more["paths"] as object) } };
  };
  const { changes } = compareByRule(document("string"), document("boolean"));
  expect(changes.map(({ operation }) => operation)).toEqual(["Also, Do"]);
});

test("a read-only property of a request body is judged as a type alone", () => {
  const body = (type: string) => ({ type: "object", properties: { made: { type, readOnly: true } } });
  expect(foundInRequest(body("string"), body("integer"))).toEqual(["component-type-changed compatible major"]);
  expect(foundInResponse(body("string"), body("integer"))).toEqual(["response-type-changed breaking major"]);
});

test("a required property that is read-only is not demanded in a request", () => {
  const body = (required: string[]) => ({
    type: "object",
    required,
    properties: { made: { type: "string", readOnly: true } },
  });
  expect(foundInRequest(body([]), body(["made"]))).toEqual([]);
  expect(foundInResponse(body([]), body(["made"]))).toEqual(["response-property-became-required compatible minor"]);
});

test("a required read-only property that becomes writable must be sent now", () => {
  const body = (readOnly: boolean) => ({
    type: "object",
    required: ["made"],
    properties: { made: { type: "string", readOnly } },
  });
  expect(foundInRequest(body(true), body(false))).toEqual(["request-property-became-required breaking major"]);
});

test("a map that loses its index signature breaks code, not clients", () => {
  const open = { type: "object", additionalProperties: true };
  expect(foundInResponse(open, { type: "object" })).toEqual([
    "response-additional-properties-untyped compatible major",
  ]);
});

test("another constant is another type, both ways", () => {
  expect(foundInResponse({ const: "a" }, { const: "b" })).toEqual(["response-enum-replaced breaking major"]);
  expect(foundInRequest({ const: "a" }, { const: "b" })).toEqual(["request-enum-replaced breaking major"]);
});

test("a wider number format loosens, a narrower one tightens", () => {
  const whole = (format: string) => ({ type: "integer", format });
  expect(foundInRequest(whole("int32"), whole("int64"))).toEqual(["request-format-loosened compatible patch"]);
  expect(foundInRequest(whole("int64"), whole("int32"))).toEqual(["request-format-tightened breaking patch"]);
  expect(foundInResponse(whole("int32"), whole("int64"))).toEqual(["response-format-loosened risky patch"]);
});

test("binary is the one format that is another type", () => {
  const binary = { type: "string", format: "binary" };
  expect(foundInRequest({ type: "string" }, binary)).toEqual(["request-type-changed breaking major"]);
});

test("a date parameter that becomes plain text takes no Date any more", () => {
  const document = (format: object) =>
    small({
      operation: { parameters: [{ name: "since", in: "query", schema: { type: "string", ...format } }] },
    });
  expect(found(document({ format: "date-time" }), document({}))).toEqual([
    "parameter-no-date compatible major",
    "request-format-loosened compatible patch",
  ]);
});

test("`required` may name what no property describes", () => {
  const open = { type: "object", properties: {} };
  expect(foundInRequest(open, { ...open, required: ["ghost"] })).toEqual([
    "request-undescribed-property-required breaking patch",
  ]);
});

test("keywords without an order and unknown ones are told", () => {
  expect(foundInRequest({ type: "string" }, { type: "string", not: { enum: ["x"] } })).toEqual([
    "request-validation-changed breaking patch",
  ]);
  expect(foundInRequest({ type: "string" }, { type: "string", sparkle: 1 })).toEqual([
    "unknown-keyword-changed compatible patch",
  ]);
});
