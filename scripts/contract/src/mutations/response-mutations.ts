import { isObject, type Json, objectOf } from "@x/openapi";
import { isJson, type SpecOperation, type SpecResponse } from "../spec/spec-operations.ts";
import { contentOf, edit, jsonSuccess, type Mutation } from "./mutation.ts";

/** Changes of a whole response. */
export const responseMutations: Mutation[] = [
  {
    name: "success wrapped in an envelope",
    direction: "response",
    apply: (document, operation) =>
      changeSchema(document, operation, (schema) => ({
        type: "object",
        required: ["result"],
        properties: { result: schema },
      })),
  },
  {
    name: "success out of its envelope",
    direction: "response",
    apply: (document, operation) =>
      changeSchema(document, operation, (schema) => {
        const [only, ...others] = Object.values(objectOf(objectOf(schema)["properties"]));
        return others.length ? undefined : only;
      }),
  },
  {
    name: "success as a list",
    direction: "response",
    apply: (document, operation) =>
      changeSchema(document, operation, (schema) => ({ type: "array", minItems: 1, items: schema })),
  },
  {
    name: "success in another media type",
    direction: "response",
    apply(document, operation) {
      const response = jsonSuccess(operation);
      if (!response) return undefined;
      const content = contentOf(document, response);
      for (const type of Object.keys(content).filter(isJson)) {
        content["application/xml"] = content[type] as Json;
        delete content[type];
      }
      return "application/xml";
    },
  },
  {
    name: "success without a body",
    direction: "response",
    apply(document, operation) {
      const response = jsonSuccess(operation);
      return response && moveStatus(document, operation, response, "204", { description: "No content" });
    },
  },
  {
    name: "another success status",
    direction: "response",
    apply(document, operation) {
      const response = jsonSuccess(operation);
      const status = response?.key === "202" ? "200" : "202";
      return response && moveStatus(document, operation, response, status);
    },
  },
  {
    name: "another error status",
    direction: "response",
    apply(document, operation) {
      const response = operation.responses.find(({ key }) => /^4\d\d$/.test(key));
      return response && moveStatus(document, operation, response, response.key === "410" ? "404" : "410");
    },
  },
  {
    name: "errors in a list",
    direction: "response",
    apply(document, operation) {
      const media = operation.responses.find(({ status, content }) => status >= 400 && content.length)?.content[0];
      if (!media?.schema) return undefined;
      const owner = edit(document, media.pointer);
      const errors = { type: "array", minItems: 1, items: owner["schema"] as Json };
      owner["schema"] = { type: "object", required: ["errors"], properties: { errors } };
      return "{ errors: […] }";
    },
  },
];

function changeSchema(
  document: Parameters<Mutation["apply"]>[0],
  operation: SpecOperation,
  change: (schema: Json) => Json | undefined,
): string | undefined {
  const media = jsonSuccess(operation)?.content.find(({ json }) => json);
  if (!media?.schema) return undefined;
  const owner = edit(document, media.pointer);
  const changed = change(
    (owner["schema"] as { $ref?: Json }).$ref ? edit(document, media.schema) : (owner["schema"] as Json),
  );
  if (!isObject(changed)) return undefined;
  owner["schema"] = changed;
  delete owner["example"];
  delete owner["examples"];
  return operation.key;
}

function moveStatus(
  document: Parameters<Mutation["apply"]>[0],
  operation: SpecOperation,
  response: SpecResponse,
  status: string,
  by?: Json,
): string | undefined {
  const responses = edit(document, `${operation.pointer}/responses`);
  if (responses[status] !== undefined) return undefined;
  responses[status] = by ?? (responses[response.key] as Json);
  delete responses[response.key];
  return `${response.key} → ${status}`;
}
