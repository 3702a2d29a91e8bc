import type { JsonObject } from "../lib/openapi.ts";

/**
 * A vendor's whole API, made up, with the traits that real documents have: lists with nested filters and pages, bodies
 * for POST and PATCH, 201, 202 and 204, bulk DELETE with a body, `4XX` keys, and the faults that vendors leave in: a
 * default and an example that break their own schema, `required` naming a property that does not exist, siblings of a
 * `$ref`, `{id}` beside `{room_id}`.
 */
export function syntheticVendor(version: "3.0.3" | "3.1.0", resources: readonly string[]): JsonObject {
  const nullable = version === "3.0.3" ? { type: "string", nullable: true } : { type: ["string", "null"] };
  const paths: JsonObject = {};
  const schemas: JsonObject = { ...sharedSchemas(nullable) };
  for (const resource of resources) {
    Object.assign(paths, pathsOf(resource));
    Object.assign(schemas, schemasOf(resource, nullable));
  }
  return {
    openapi: version,
    info: { title: "Synthetic API", version: "1.0.0" },
    servers: [{ url: "https://api.{region}.synthetic.example/v3", variables: { region: { default: "eu" } } }],
    security: [{ key: [] }],
    paths,
    components: {
      schemas,
      parameters: {
        PageNumber: { name: "page[number]", in: "query", schema: { type: "integer", minimum: 1, default: "first" } },
        PageSize: { name: "page[size]", in: "query", schema: { type: "integer", minimum: 1, maximum: 250, default: 20 } },
        IdempotencyKey: { name: "Idempotency-Key", in: "header", schema: { type: "string", minLength: 1 } },
      },
      responses: { Failed: { description: "Failed", content: json(ref("Problem")) }, Done: { description: "Done" } },
      securitySchemes: { key: { type: "apiKey", in: "header", name: "X-Api-Key" } },
    },
  };
}

function pathsOf(name: string): JsonObject {
  const title = name.charAt(0).toUpperCase() + name.slice(1);
  const id = { name: "id", in: "path", required: true, schema: { type: "string", format: "uuid" } };
  const failed = { $ref: "#/components/responses/Failed" };
  return {
    [`/${name}s`]: {
      get: {
        operationId: `List${title}s`,
        summary: `Lists ${name}s.`,
        parameters: [
          {
            ...{ name: "filter", in: "query", style: "deepObject", explode: true },
            schema: {
              type: "object",
              properties: {
                unique_name: { type: "string" },
                date_created_at: { type: "object", properties: { gte: { type: "string" }, eq: { type: "string" } } },
              },
            },
          },
          { name: "filter[active]", in: "query", schema: { type: "boolean" } },
          { name: "sort", in: "query", explode: false, schema: { type: "array", items: { type: "string", enum: ["name", "-name"] } } },
          { name: "since", in: "query", schema: { type: "string", format: "date-time" } },
          { $ref: "#/components/parameters/PageNumber" },
          { $ref: "#/components/parameters/PageSize" },
        ],
        responses: { "200": { description: "A page", content: json(ref(`${title}List`)) }, "4XX": failed },
      },
      post: {
        operationId: `Create${title}`,
        parameters: [{ $ref: "#/components/parameters/IdempotencyKey" }],
        requestBody: { required: true, content: json(ref(`${title}Create`)) },
        responses: { "201": { description: "Created", content: json(ref(`${title}Answer`)) }, "422": failed, "4XX": failed },
      },
      delete: {
        operationId: `bulk-delete-${name}s`,
        requestBody: { content: json({ type: "object", properties: { ids: { type: "array", items: { type: "string" } } } }) },
        responses: { "202": { description: "Queued", content: json({ type: "object", properties: { job: { type: "string" } } }) }, default: failed },
      },
    },
    [`/${name}s/{id}`]: {
      parameters: [id],
      get: {
        operationId: `Retrieve${title}`,
        responses: { "200": { description: "It", content: json(ref(`${title}Answer`)) }, "404": failed },
      },
      patch: {
        operationId: `Update${title}`,
        requestBody: { content: json(ref(`${title}Create`)) },
        responses: { "200": { description: "It", content: json(ref(`${title}Answer`)) }, "404": failed, "422": failed },
      },
      delete: { operationId: `Delete${title}`, deprecated: true, responses: { "204": { description: "Gone" }, "404": failed } },
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

function schemasOf(name: string, nullable: JsonObject): JsonObject {
  const title = name.charAt(0).toUpperCase() + name.slice(1);
  return {
    [title]: {
      type: "object",
      // "owner" does not exist: vendors leave such names behind.
      required: ["id", "unique_name", "owner"],
      properties: {
        id: { type: "string", format: "uuid", readOnly: true },
        unique_name: { type: "string", example: 5 },
        note: nullable,
        max_participants: { type: "integer", default: "ten" },
        kind: { type: "string", enum: ["open", "closed"] },
        parent: { $ref: `#/components/schemas/${title}`, description: "A sibling of a $ref." },
        created_at: { type: "string", format: "date-time", readOnly: true },
      },
    },
    [`${title}Create`]: {
      allOf: [ref(title), { type: "object", properties: { tags: { type: "array", items: ref("Tag") } } }],
    },
    [`${title}Answer`]: { type: "object", properties: { data: ref(title) } },
    [`${title}List`]: {
      type: "object",
      required: ["data"],
      properties: { data: { type: "array", items: ref(title) }, meta: ref("PageMeta") },
    },
  };
}

function sharedSchemas(nullable: JsonObject): JsonObject {
  return {
    Tag: { type: "object", required: ["id", "label"], properties: { id: { type: "integer", readOnly: true }, label: { type: "string" } } },
    PageMeta: { type: "object", properties: { page_number: { type: "integer" }, total_pages: { type: "integer" } } },
    Problem: {
      type: "object",
      required: ["code", "title"],
      properties: { code: { type: "string" }, title: { type: "string" }, detail: nullable, meta: { type: "object", additionalProperties: true } },
    },
  };
}

function json(schema: JsonObject): JsonObject {
  return { "application/json": { schema } };
}

function ref(name: string): JsonObject {
  return { $ref: `#/components/schemas/${name}` };
}
