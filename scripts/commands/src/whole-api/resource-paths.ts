import type { JsonObject } from "@x/openapi";
import { failed, json, ref, titleOf } from "./parts.ts";

/** The eight operations of one resource. */
export function resourcePaths(name: string): JsonObject {
  const title = titleOf(name);
  const id = { name: "id", in: "path", required: true, schema: { type: "string", format: "uuid" } };
  return {
    [`/${name}s`]: { get: list(name), post: create(name), delete: bulkDelete(name) },
    [`/${name}s/{id}`]: {
      parameters: [id],
      get: {
        operationId: `Retrieve${title}`,
        responses: { "200": { description: "It", content: json(ref(`${title}Response`)) }, "404": failed },
      },
      patch: {
        operationId: `Update${title}`,
        requestBody: { content: json(ref(`${title}Update`)) },
        responses: {
          "200": { description: "It", content: json(ref(`${title}Response`)) },
          "404": failed,
          "422": failed,
        },
      },
      delete: {
        operationId: `Delete${title}`,
        deprecated: true,
        responses: { "204": { description: "Gone" }, "404": failed },
      },
    },
    // The same path by another name, as vendors have it where two people wrote it.
    [`/${name}s/{${name}_id}`]: {
      put: {
        operationId: `Replace_${name}`,
        parameters: [
          { ...id, name: `${name}_id` },
          { name: "If-Match", in: "header", required: true, schema: { type: "string" } },
        ],
        requestBody: { required: true, content: json({ oneOf: [ref(`${title}Create`), ref("Template")] }) },
        responses: {
          "200": { description: "It", content: json(ref(`${title}Response`)) },
          "4XX": failed,
          "5XX": failed,
        },
      },
    },
    [`/${name}s/{${name}_id}/actions/refresh`]: {
      // No operationId: the method is named after its path.
      post: {
        parameters: [{ ...id, name: `${name}_id` }],
        security: [],
        responses: { "202": { $ref: "#/components/responses/Done" }, "409": failed },
      },
    },
  };
}

function list(name: string): JsonObject {
  return {
    operationId: `List${titleOf(name)}s`,
    summary: `Lists ${name}s.`,
    parameters: [
      {
        name: "filter",
        in: "query",
        style: "deepObject",
        explode: true,
        schema: {
          type: "object",
          properties: {
            unique_name: { type: "string" },
            date_created_at: { type: "object", properties: { gte: { type: "string" }, eq: { type: "string" } } },
          },
        },
      },
      { name: "active", in: "query", schema: { type: "boolean" }, description: "Only those in use */ now." },
      {
        name: "sort",
        in: "query",
        explode: false,
        schema: { type: "array", items: { type: "string", enum: ["name", "-name"] } },
      },
      { name: "since", in: "query", deprecated: true, schema: { type: "string", format: "date-time" } },
      { $ref: "#/components/parameters/PageNumber" },
      { $ref: "#/components/parameters/PageSize" },
    ],
    responses: { "200": { description: "A page", content: json(ref(`${titleOf(name)}List`)) }, "4XX": failed },
  };
}

function create(name: string): JsonObject {
  const title = titleOf(name);
  return {
    operationId: `Create${title}`,
    parameters: [{ $ref: "#/components/parameters/IdempotencyKey" }, { $ref: "#/components/parameters/ApiVersion" }],
    requestBody: { required: true, content: json(ref(`${title}Create`)) },
    responses: {
      "201": { description: "Created", content: json(ref(`${title}Response`)) },
      "422": failed,
      "4XX": failed,
    },
    callbacks: {
      changed: {
        "{$request.body#/webhook_url}": {
          post: { requestBody: { content: json(ref(title)) }, responses: { "200": { description: "Heard" } } },
        },
      },
    },
  };
}

function bulkDelete(name: string): JsonObject {
  return {
    operationId: `bulk-delete-${name}s`,
    requestBody: {
      content: json({ type: "object", properties: { ids: { type: "array", items: { type: "string" } } } }),
    },
    responses: {
      "202": { description: "Queued", content: json({ type: "object", properties: { job: { type: "string" } } }) },
      default: failed,
    },
  };
}
