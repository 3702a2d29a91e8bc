import { remove, set } from "../edit.ts";
import { bodyProperty, bodySchema, type Mutation, withBody } from "../vendors.ts";

const withEnum: Mutation["given"] = (document, { stringParameter }) =>
  set(document, `${stringParameter}/schema/enum`, ["a", "b"]);

/** Changes of requests, each with its verdict. */
export const requestMutations: readonly Mutation[] = [
  {
    name: "an optional parameter is new",
    edit: (document, { operation }) =>
      set(document, `${operation}/parameters/-`, { name: "page", in: "query", schema: { type: "integer" } }),
    expected: "parameter-added compatible minor",
    where: ({ operation }) => `${operation}/parameters/2`,
  },
  {
    name: "a required parameter is new",
    edit: (document, { operation }) =>
      set(document, `${operation}/parameters/-`, { name: "page", in: "query", required: true, schema: {} }),
    expected: "required-parameter-added breaking major",
    where: ({ operation }) => `${operation}/parameters/2`,
  },
  {
    name: "a parameter is gone",
    edit: (document, { query }) => remove(document, query),
    expected: "parameter-removed breaking major",
    where: ({ query }) => query,
  },
  {
    name: "a parameter becomes required",
    edit: (document, { query }) => set(document, `${query}/required`, true),
    expected: "parameter-became-required breaking major",
    where: ({ query }) => query,
  },
  {
    name: "a parameter moves to a header",
    edit: (document, { query }) => set(document, `${query}/in`, "header"),
    expected: "parameter-moved breaking major",
    where: ({ query }) => query,
  },
  {
    name: "a parameter gets another type",
    edit: (document, { query }) => set(document, `${query}/schema/type`, "integer"),
    expected: "request-type-changed breaking major",
    where: ({ query }) => `${query}/schema`,
  },
  {
    name: "a parameter is deprecated",
    edit: (document, { query }) => set(document, `${query}/deprecated`, true),
    expected: "deprecated compatible minor",
    where: ({ query }) => `${query}/deprecated`,
  },
  {
    name: "an enum grows",
    given: withEnum,
    edit: (document, { stringParameter }) => set(document, `${stringParameter}/schema/enum/-`, "c"),
    expected: "request-enum-widened compatible minor",
    where: ({ stringParameter }) => `${stringParameter}/schema/enum`,
  },
  {
    name: "an enum shrinks",
    given: withEnum,
    edit: (document, { stringParameter }) => remove(document, `${stringParameter}/schema/enum/1`),
    expected: "request-enum-narrowed breaking major",
    where: ({ stringParameter }) => `${stringParameter}/schema/enum`,
  },
  {
    name: "a tighter pattern",
    edit: (document, { stringParameter }) => set(document, `${stringParameter}/schema/pattern`, "^a"),
    expected: "request-pattern-tightened breaking patch",
    where: ({ stringParameter }) => `${stringParameter}/schema/pattern`,
  },
  {
    name: "a tighter length",
    edit: (document, { stringParameter }) => set(document, `${stringParameter}/schema/maxLength`, 9),
    expected: "request-constraint-tightened breaking patch",
    where: ({ stringParameter }) => `${stringParameter}/schema/maxLength`,
  },
  {
    name: "a looser length",
    given: (document, { stringParameter }) => set(document, `${stringParameter}/schema/maxLength`, 9),
    edit: (document, { stringParameter }) => set(document, `${stringParameter}/schema/maxLength`, 10),
    expected: "request-constraint-loosened compatible patch",
    where: ({ stringParameter }) => `${stringParameter}/schema/maxLength`,
  },
  {
    name: "another default",
    given: (document, { query }) => set(document, `${query}/schema/default`, false),
    edit: (document, { query }) => set(document, `${query}/schema/default`, true),
    expected: "request-default-changed risky patch",
    where: ({ query }) => `${query}/schema/default`,
  },
  {
    name: "another style of a list",
    given: (document, { query }) => set(document, `${query}/schema`, { type: "array", items: { type: "string" } }),
    edit: (document, { query }) => set(document, `${query}/explode`, false),
    expected: "parameter-serialization-changed breaking patch",
    where: ({ query }) => `${query}/explode`,
  },
  {
    name: "a tighter format in a body",
    given: withBody,
    edit: (document, vendor) => set(document, `${bodyProperty(vendor, "name")}/format`, "uuid"),
    expected: "request-format-tightened breaking patch",
    where: (vendor) => `${bodyProperty(vendor, "name")}/format`,
  },
  {
    name: "a property of a body becomes required",
    given: withBody,
    edit: (document, vendor) => set(document, `${bodySchema(vendor)}/required/-`, "note"),
    expected: "request-property-became-required breaking major",
    where: (vendor) => bodyProperty(vendor, "note"),
  },
  {
    name: "a property of a body becomes optional",
    given: withBody,
    edit: (document, vendor) => set(document, `${bodySchema(vendor)}/required`, []),
    expected: "request-property-became-optional compatible minor",
    where: (vendor) => bodyProperty(vendor, "name"),
  },
  {
    name: "a property of a body is gone",
    given: withBody,
    edit: (document, vendor) => remove(document, bodyProperty(vendor, "note")),
    expected: "request-property-removed breaking major",
    where: (vendor) => bodyProperty(vendor, "note"),
  },
  {
    name: "a property of a body widens",
    given: withBody,
    edit: (document, vendor) => set(document, `${bodyProperty(vendor, "note")}/type`, ["string", "number"]),
    expected: "request-type-widened compatible minor",
    where: (vendor) => bodyProperty(vendor, "note"),
  },
  {
    name: "a property of a body is no longer nullable",
    given: (document, vendor) => {
      withBody(document, vendor);
      set(document, `${bodyProperty(vendor, "note")}/nullable`, true);
    },
    edit: (document, vendor) => remove(document, `${bodyProperty(vendor, "note")}/nullable`),
    expected: "request-became-not-nullable breaking major",
    where: (vendor) => bodyProperty(vendor, "note"),
  },
  {
    name: "a body refuses what it does not name",
    given: withBody,
    edit: (document, vendor) => set(document, `${bodySchema(vendor)}/additionalProperties`, false),
    expected: "request-additional-properties-closed breaking patch",
    where: bodySchema,
  },
  {
    name: "a body becomes required",
    given: withBody,
    edit: (document, { path }) => set(document, `${path}/post/requestBody/required`, true),
    expected: "request-body-became-required breaking major",
    where: ({ path }) => `${path}/post/requestBody`,
  },
  {
    name: "a media type of a body is gone",
    given: (document, vendor) => {
      withBody(document, vendor);
      set(document, `${vendor.path}/post/requestBody/content/multipart~1form-data`, {});
    },
    edit: (document, { path }) => remove(document, `${path}/post/requestBody/content/multipart~1form-data`),
    expected: "request-media-type-removed breaking major",
    where: ({ path }) => `${path}/post/requestBody/content/multipart~1form-data`,
  },
  {
    name: "a required property of a body becomes read-only",
    given: withBody,
    edit: (document, vendor) => set(document, `${bodyProperty(vendor, "name")}/readOnly`, true),
    expected: "request-property-became-read-only breaking major",
    where: (vendor) => bodyProperty(vendor, "name"),
  },
];
