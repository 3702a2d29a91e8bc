import { isObject, type JsonObject } from "@x/openapi";
import type { Direction, Verdict } from "../rules/verdict.ts";
import { get, remove, set } from "./edit.ts";

/** One small change of a schema, and what must be said of it by the direction it is used in. */
export interface Step {
  name: string;
  fits: (schema: JsonObject) => boolean;
  apply: (document: JsonObject, pointer: string) => void;
  kind: string;
  verdicts: Record<Direction, Verdict>;
}

const isPlain = (type: string) => (schema: JsonObject) => schema["type"] === type && schema["enum"] === undefined;
const isObjectSchema = (schema: JsonObject): boolean => isObject(schema["properties"]);
const firstProperty = (schema: JsonObject): string => Object.keys(schema["properties"] as JsonObject)[0] ?? "";
const requiredOf = (schema: JsonObject): string[] => (schema["required"] as string[] | undefined) ?? [];

function verdicts(request: Verdict, response: Verdict, component: Verdict): Record<Direction, Verdict> {
  return { request, response, component };
}

/** The verdicts are written out once more, on purpose: a rule changed by mistake must not change its test. */
export const steps: readonly Step[] = [
  {
    name: "an optional property is new",
    fits: isObjectSchema,
    apply: (document, pointer) => set(document, `${pointer}/properties/fresh`, { type: "string" }),
    kind: "property-added",
    verdicts: verdicts("compatible minor", "compatible minor", "compatible minor"),
  },
  {
    name: "a required property is new",
    fits: isObjectSchema,
    apply: (document, pointer) => {
      const schema = get(document, pointer) as JsonObject;
      set(document, `${pointer}/properties/fresh`, { type: "string" });
      set(document, `${pointer}/required`, [...requiredOf(schema), "fresh"]);
    },
    kind: "required-property-added",
    verdicts: verdicts("breaking major", "compatible minor", "compatible major"),
  },
  {
    name: "a property is gone",
    fits: isObjectSchema,
    apply: (document, pointer) => {
      const schema = get(document, pointer) as JsonObject;
      const name = firstProperty(schema);
      remove(document, `${pointer}/properties/${name}`);
      set(
        document,
        `${pointer}/required`,
        requiredOf(schema).filter((other) => other !== name),
      );
    },
    kind: "property-removed",
    verdicts: verdicts("breaking major", "breaking major", "compatible major"),
  },
  {
    name: "a property becomes required",
    fits: (schema) => isObjectSchema(schema) && requiredOf(schema).length === 0,
    apply: (document, pointer) =>
      set(document, `${pointer}/required`, [firstProperty(get(document, pointer) as JsonObject)]),
    kind: "property-became-required",
    verdicts: verdicts("breaking major", "compatible minor", "compatible major"),
  },
  {
    name: "a property becomes optional",
    fits: (schema) => isObjectSchema(schema) && requiredOf(schema).length > 0,
    apply: (document, pointer) =>
      set(document, `${pointer}/required`, requiredOf(get(document, pointer) as JsonObject).slice(1)),
    kind: "property-became-optional",
    verdicts: verdicts("compatible minor", "breaking major", "compatible major"),
  },
  {
    name: "another type",
    fits: isPlain("string"),
    apply: (document, pointer) => set(document, `${pointer}/type`, "boolean"),
    kind: "type-changed",
    verdicts: verdicts("breaking major", "breaking major", "compatible major"),
  },
  {
    name: "null is allowed",
    fits: isPlain("boolean"),
    apply: (document, pointer) => set(document, `${pointer}/type`, ["boolean", "null"]),
    kind: "became-nullable",
    verdicts: verdicts("compatible minor", "breaking major", "compatible major"),
  },
  {
    name: "null is refused",
    fits: (schema) => Array.isArray(schema["type"]),
    apply: (document, pointer) => set(document, `${pointer}/type`, "string"),
    kind: "became-not-nullable",
    verdicts: verdicts("breaking major", "compatible minor", "compatible major"),
  },
  {
    name: "a list of values grows",
    fits: (schema) => schema["enum"] !== undefined,
    apply: (document, pointer) => set(document, `${pointer}/enum/-`, "black"),
    kind: "enum-widened",
    verdicts: verdicts("compatible minor", "risky minor", "compatible minor"),
  },
  {
    name: "a list of values shrinks",
    fits: (schema) => schema["enum"] !== undefined,
    apply: (document, pointer) => remove(document, `${pointer}/enum/0`),
    kind: "enum-narrowed",
    verdicts: verdicts("breaking major", "compatible major", "compatible major"),
  },
  {
    name: "fractions are allowed",
    fits: isPlain("integer"),
    apply: (document, pointer) => set(document, `${pointer}/type`, "number"),
    kind: "number-widened",
    verdicts: verdicts("compatible minor", "breaking major", "compatible patch"),
  },
  {
    name: "a tighter limit",
    fits: isPlain("integer"),
    apply: (document, pointer) => set(document, `${pointer}/minimum`, 6),
    kind: "constraint-tightened",
    verdicts: verdicts("breaking patch", "compatible patch", "compatible patch"),
  },
  {
    name: "a looser limit",
    fits: (schema) => schema["maxLength"] !== undefined,
    apply: (document, pointer) => set(document, `${pointer}/maxLength`, 21),
    kind: "constraint-loosened",
    verdicts: verdicts("compatible patch", "breaking patch", "compatible patch"),
  },
  {
    name: "no format any more",
    fits: (schema) => schema["format"] !== undefined,
    apply: (document, pointer) => remove(document, `${pointer}/format`),
    kind: "format-loosened",
    verdicts: verdicts("compatible patch", "risky patch", "compatible patch"),
  },
  {
    name: "another default",
    fits: (schema) => schema["default"] === false,
    apply: (document, pointer) => set(document, `${pointer}/default`, true),
    kind: "default-changed",
    verdicts: verdicts("risky patch", "risky patch", "compatible patch"),
  },
  {
    name: "one more alternative",
    fits: (schema) => schema["anyOf"] !== undefined,
    apply: (document, pointer) => set(document, `${pointer}/anyOf/-`, { type: "array", items: { type: "boolean" } }),
    kind: "union-member-added",
    verdicts: verdicts("compatible minor", "breaking major", "compatible major"),
  },
];
