import type { JsonObject } from "@x/openapi";
import { move, remove, set } from "./edit.ts";

/** One small change of an operation that answers at `/things0/{id}`, and all that must be said of it. */
export interface OperationStep {
  name: string;
  apply: (document: JsonObject) => void;
  expected: string[];
}

const item = "/paths/~1things0~1{id}";
const operation = `${item}/post`;

/** The random documents have no parameter, status or name like those that come here. */
export const operationSteps: readonly OperationStep[] = [
  {
    name: "it is gone",
    apply: (document) => remove(document, operation),
    expected: ["operation-removed breaking major"],
  },
  {
    name: "it has another name",
    apply: (document) => set(document, `${operation}/operationId`, "Other"),
    expected: ["operation-renamed compatible major"],
  },
  {
    name: "it is deprecated",
    apply: (document) => set(document, `${operation}/deprecated`, true),
    expected: ["deprecated compatible minor"],
  },
  {
    name: "its path is another",
    apply: (document) => move(document, item, "/paths/~1others~1{id}"),
    expected: ["operation-moved breaking major"],
  },
  {
    name: "its path parameter has another name",
    apply: (document) => {
      set(document, `${item}/parameters/0/name`, "key");
      move(document, item, "/paths/~1things0~1{key}");
    },
    expected: ["path-parameter-renamed compatible major"],
  },
  {
    name: "a parameter of its path is gone",
    apply: (document) => remove(document, `${item}/parameters/1`),
    expected: ["parameter-removed breaking major"],
  },
  {
    name: "a parameter of its path becomes required",
    apply: (document) => set(document, `${item}/parameters/1/required`, true),
    expected: ["parameter-became-required breaking major"],
  },
  {
    name: "an optional parameter is new",
    apply: (document) => set(document, `${operation}/parameters/-`, { name: "fresh", in: "query", schema: {} }),
    expected: ["parameter-added compatible minor"],
  },
  {
    name: "its own parameter stands before that of its path",
    apply: (document) =>
      set(document, `${operation}/parameters/-`, {
        name: "id",
        in: "path",
        required: true,
        schema: { type: "integer" },
      }),
    expected: ["request-type-changed breaking major"],
  },
  {
    name: "an error is new",
    apply: (document) => set(document, `${operation}/responses/503`, { description: "" }),
    expected: ["error-status-added compatible minor"],
  },
  {
    name: "its errors are gone",
    apply: (document) => remove(document, `${operation}/responses/4XX`),
    expected: ["error-status-removed risky major"],
  },
  {
    name: "its success is another",
    apply: (document) => move(document, `${operation}/responses/200`, `${operation}/responses/202`),
    expected: ["success-status-changed breaking major"],
  },
  {
    name: "its answer is of another media type",
    apply: (document) => {
      const content = `${operation}/responses/200/content`;
      move(document, `${content}/application~1json`, `${content}/text~1csv`);
    },
    expected: ["response-media-type-added compatible minor", "response-media-type-removed breaking major"],
  },
  {
    name: "it asks for no key any more",
    apply: (document) => set(document, `${operation}/security`, []),
    expected: ["security-dropped compatible patch"],
  },
  {
    name: "it lives on another server",
    apply: (document) => set(document, `${operation}/servers`, [{ url: "https://other.example.com" }]),
    expected: ["server-changed breaking major"],
  },
];
