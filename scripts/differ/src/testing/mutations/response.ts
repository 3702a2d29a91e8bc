import type { JsonObject } from "@x/openapi";
import { get, move, remove, set } from "../edit.ts";
import { type Mutation } from "../vendors.ts";

const withEnum: Mutation["given"] = (document, { optional }) => set(document, `${optional}/enum`, ["a", "b"]);

/** Changes of responses, each with its verdict. */
export const responseMutations: readonly Mutation[] = [
  {
    name: "a property is gone",
    edit: (document, { optional }) => remove(document, optional),
    expected: "response-property-removed breaking major",
    where: ({ optional }) => optional,
  },
  {
    name: "a property is new",
    edit: (document, { component }) => set(document, `${component}/properties/fresh`, { type: "string" }),
    expected: "response-property-added compatible minor",
    where: ({ component }) => `${component}/properties/fresh`,
  },
  {
    name: "a property becomes optional",
    edit: (document, { requiredList }) => remove(document, `${requiredList}/1`),
    expected: "response-property-became-optional breaking major",
    where: ({ required }) => required,
  },
  {
    name: "a property becomes required",
    edit: (document, { component, optional }) => {
      const list = (get(document, component) as JsonObject)["required"];
      const name = optional.slice(optional.lastIndexOf("/") + 1);
      set(document, `${component}/required`, [...(Array.isArray(list) ? list : []), name]);
    },
    expected: "response-property-became-required compatible minor",
    where: ({ optional }) => optional,
  },
  {
    name: "a property becomes nullable, in the version's own way",
    edit: (document, { optional }) => {
      if (document["openapi"] === "3.1.0") set(document, `${optional}/type`, ["string", "null"]);
      else set(document, `${optional}/nullable`, true);
    },
    expected: "response-became-nullable breaking major",
    where: ({ optional }) => optional,
  },
  {
    name: "a property gets another type",
    edit: (document, { optional }) => set(document, `${optional}/type`, "integer"),
    expected: "response-type-changed breaking major",
    where: ({ optional }) => optional,
  },
  {
    name: "a property gets wider in type",
    edit: (document, { optional }) => set(document, `${optional}/type`, ["string", "number"]),
    expected: "response-type-widened breaking major",
    where: ({ optional }) => optional,
  },
  {
    name: "a property may be anything",
    edit: (document, { optional }) => remove(document, `${optional}/type`),
    expected: "response-type-widened breaking major",
    where: ({ optional }) => optional,
  },
  {
    name: "a whole number may be a fraction",
    given: (document, { optional }) => set(document, `${optional}/type`, "integer"),
    edit: (document, { optional }) => set(document, `${optional}/type`, "number"),
    expected: "response-number-widened breaking major",
    where: ({ optional }) => optional,
  },
  {
    name: "an enum grows",
    given: withEnum,
    edit: (document, { optional }) => set(document, `${optional}/enum/-`, "c"),
    expected: "response-enum-widened risky minor",
    where: ({ optional }) => `${optional}/enum`,
  },
  {
    name: "an enum shrinks",
    given: withEnum,
    edit: (document, { optional }) => remove(document, `${optional}/enum/1`),
    expected: "response-enum-narrowed compatible major",
    where: ({ optional }) => `${optional}/enum`,
  },
  {
    name: "an enum opens",
    given: withEnum,
    edit: (document, { optional }) => remove(document, `${optional}/enum`),
    expected: "response-enum-removed breaking major",
    where: ({ optional }) => `${optional}/enum`,
  },
  {
    name: "a format is gone",
    given: (document, { optional }) => set(document, `${optional}/format`, "date-time"),
    edit: (document, { optional }) => remove(document, `${optional}/format`),
    expected: "response-format-loosened risky patch",
    where: ({ optional }) => `${optional}/format`,
  },
  {
    name: "a default is new",
    edit: (document, { optional }) => set(document, `${optional}/default`, "x"),
    expected: "response-default-added compatible patch",
    where: ({ optional }) => `${optional}/default`,
  },
  {
    name: "a property becomes write-only",
    edit: (document, { optional }) => set(document, `${optional}/writeOnly`, true),
    expected: "response-property-became-write-only breaking major",
    where: ({ optional }) => optional,
  },
  {
    name: "the body becomes a list",
    edit: (document, { body }) => set(document, body, { type: "array", items: get(document, body) }),
    expected: "response-type-changed breaking major",
    where: ({ body }) => body,
  },
  {
    name: "another success status",
    edit: (document, { operation }) => move(document, `${operation}/responses/200`, `${operation}/responses/201`),
    expected: "success-status-changed breaking major",
    where: ({ operation }) => `${operation}/responses/201`,
  },
  {
    name: "one more success status",
    edit: (document, { operation }) => set(document, `${operation}/responses/204`, { description: "None" }),
    expected: "success-status-added breaking major",
    where: ({ operation }) => `${operation}/responses/204`,
  },
  {
    name: "an error is gone",
    edit: (document, { error }) => remove(document, error),
    expected: "error-status-removed risky major",
    where: ({ error }) => error,
  },
  {
    name: "an error is new",
    edit: (document, { operation }) => set(document, `${operation}/responses/409`, { description: "Conflict" }),
    expected: "error-status-added compatible minor",
    where: ({ operation }) => `${operation}/responses/409`,
  },
  {
    name: "a documented range is told status by status",
    given: (document, { operation, error }) => move(document, error, `${operation}/responses/4XX`),
    edit: (document, { operation }) =>
      set(document, `${operation}/responses/404`, get(document, `${operation}/responses/4XX`)),
    expected: "status-split-from-range compatible minor",
    where: ({ operation }) => `${operation}/responses/404`,
  },
  {
    name: "a media type is new",
    edit: (document, { success }) => set(document, `${success}/content/application~1hal+json`, {}),
    expected: "response-media-type-added compatible minor",
    where: ({ success }) => `${success}/content/application~1hal+json`,
  },
  {
    name: "a header is gone",
    given: (document, { success }) =>
      set(document, `${success}/headers`, { "X-Total": { schema: { type: "integer" } } }),
    edit: (document, { success }) => remove(document, `${success}/headers/X-Total`),
    expected: "response-header-removed breaking major",
    where: ({ success }) => `${success}/headers/X-Total`,
  },
  {
    name: "an alternative is new",
    given: (document, { optional }) =>
      set(document, optional, { oneOf: [{ type: "string" }, { type: "array", items: {} }] }),
    edit: (document, { optional }) => set(document, `${optional}/oneOf/-`, { type: "object", properties: {} }),
    expected: "response-union-member-added breaking major",
    where: ({ optional }) => `${optional}/oneOf/2`,
  },
];
