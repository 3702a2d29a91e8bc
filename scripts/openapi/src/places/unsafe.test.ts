import { expect, test } from "vitest";
import type { JsonObject } from "../json.ts";
import { parseYaml } from "../read/yaml.ts";
import { refuseUnsafe, unsafeKeys, unsafeOf } from "./unsafe.ts";

/** A document with a value at each kind of place, those that hold data among them. */
function documentsWith(value: JsonObject): [where: string, document: JsonObject][] {
  const base = { openapi: "3.1.0", paths: {} };
  return [
    ["/components/schemas/A/properties/b", { ...base, components: { schemas: { A: { properties: { b: value } } } } }],
    ["/paths/~1a", { ...base, paths: { "/a": value } }],
    ["/x-note/0", { ...base, "x-note": [value] }],
    ["/components/examples/a/value", { ...base, components: { examples: { a: { value } } } }],
    ["/components/schemas/A/enum/1", { ...base, components: { schemas: { A: { enum: [1, value] } } } }],
    ["/webhooks/a", { ...base, webhooks: { a: value } }],
  ];
}

test.each([
  "http://a.test/b.yaml",
  "//a.test/b",
  "file:///etc/passwd",
  "/etc/passwd",
  "../b.yaml#/A",
  "b.yaml",
  "data:,x",
  "",
])("a reference to %j is told, wherever it stands", (reference) => {
  for (const [where, document] of documentsWith({ $ref: reference })) {
    expect(() => refuseUnsafe(document, "spec")).toThrow(
      `spec#${where}/$ref: the reference ${JSON.stringify(reference)} leaves the document.`,
    );
  }
});

test("a discriminator that leads out of the document is told; names and references within are not", () => {
  const mapping = { a: "http://a.test/b", b: "./b.json", c: "C", d: "#/components/schemas/D", e: "video.Room" };
  const document = { components: { schemas: { A: { discriminator: { propertyName: "kind", mapping } } } } };
  expect(unsafeOf(document).map(({ pointer }) => pointer)).toEqual([
    "/components/schemas/A/discriminator/mapping/a",
    "/components/schemas/A/discriminator/mapping/b",
  ]);
});

test("references within, and a property that is called $ref, are safe", () => {
  for (const value of [
    { $ref: "#/components/schemas/A" },
    { $ref: { type: "string" } },
    { constructor: 1, prototype: 2 },
  ])
    for (const [, document] of documentsWith(value as JsonObject)) expect(unsafeOf(document)).toEqual([]);
});

test.each(['{"a": {"b": [{"__proto__": {"required": true}}]}}', "a:\n  b:\n    - __proto__:\n        required: true"])(
  "a key __proto__ is refused by name: %j",
  (text) => {
    const document = parseYaml(text, "spec") as JsonObject;
    expect(() => refuseUnsafe(document, "spec")).toThrow("spec#/a/b/0/__proto__: no key can be called __proto__.");
    expect(unsafeKeys(document)).toEqual(["/a/b/0/__proto__"]);
  },
);
