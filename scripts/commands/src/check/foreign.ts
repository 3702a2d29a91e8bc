import type { JsonObject } from "@x/openapi";

const text = { type: "string" };
const json = (schema: JsonObject): JsonObject => ({ "application/json": { schema } });
const ok = (content?: JsonObject): JsonObject => ({ 200: { description: "", ...(content && { content }) } });

/** What real documents hold, and Prism or JSON Schema take otherwise than OpenAPI and the types of a client do. */
export const foreign: JsonObject = {
  openapi: "3.0.3",
  info: { title: "Foreign", version: "1" },
  servers: [{ url: "https://api.acme.example/v1" }],
  "x-policies": { first: { $ref: "../policies.yaml" }, second: { $ref: "#/x-policies/nowhere" } },
  paths: {
    "/headers": {
      get: {
        operationId: "headers",
        parameters: [
          { name: "Authorization", in: "header", required: true, schema: text },
          { name: "Content-Length", in: "header", required: true, schema: { type: "integer" } },
          { name: "gone", in: "path", required: true, schema: text },
          { name: "q", in: "query", required: true, schema: text },
        ],
        responses: {
          200: {
            description: "",
            headers: { "Content-Length": { schema: { type: "integer" } } },
            content: { "application/json": { examples: {} } },
          },
        },
      },
    },
    "/bytes": {
      post: {
        operationId: "bytes",
        requestBody: {
          required: true,
          content: { "application/octet-stream": { schema: { type: "string", format: "binary" } } },
        },
        responses: ok({ "*/*": { schema: { type: "string", format: "binary" } } }),
      },
    },
    "/form": {
      post: {
        operationId: "form",
        requestBody: {
          required: true,
          content: {
            "application/x-www-form-urlencoded": {
              schema: {
                type: "object",
                required: ["nested", "name"],
                properties: { nested: { type: "object" }, name: text },
              },
            },
          },
        },
        responses: ok(),
      },
    },
    "/closed": {
      post: {
        operationId: "closed",
        requestBody: { required: true, content: json({ $ref: "#/components/schemas/Whole" }) },
        responses: ok(json({ $ref: "#/components/schemas/Whole" })),
      },
    },
    "/alternatives": {
      post: {
        operationId: "alternatives",
        requestBody: {
          required: true,
          content: json({
            type: "object",
            required: ["either"],
            properties: {
              settings: { type: "object", minProperties: 1, additionalProperties: { type: "integer" } },
              either: { oneOf: [text, { enum: ["a", "b"] }] },
              open: { required: ["x"], additionalProperties: true },
            },
            anyOf: [{ required: ["open"] }, { required: ["either"] }],
          }),
        },
        responses: {
          ...ok(json({ $ref: "#/components/schemas/Answer" })),
          400: { description: "", content: json({ $ref: "#/components/schemas/Cause" }) },
          409: { description: "", content: json({ $ref: "#/components/schemas/Machine" }) },
        },
      },
    },
  },
  components: {
    schemas: {
      Part: { type: "object", additionalProperties: false, required: ["part"], properties: { part: text } },
      Whole: {
        additionalProperties: false,
        allOf: [
          { $ref: "#/components/schemas/Part" },
          { type: "object", additionalProperties: false, properties: { whole: { type: "integer" } } },
        ],
      },
      Answer: {
        required: ["sid", "stop"],
        properties: {
          sid: { type: "string", pattern: "^RM[0-9a-f]{32}$", minLength: 34, maxLength: 34 },
          stop: {
            nullable: true,
            oneOf: [
              { ...text, example: "end" },
              { type: "array", items: text },
            ],
          },
          again: { type: "array", minItems: 1, items: { $ref: "#/components/schemas/Inner" } },
        },
      },
      Fault: { type: "object", nullable: true, properties: { code: text, told: text } },
      Cause: {
        nullable: true,
        allOf: [{ $ref: "#/components/schemas/Fault" }],
        type: "object",
        required: ["code"],
        properties: { item: text },
      },
      Config: {
        type: "object",
        required: ["kind"],
        properties: { kind: text },
        example: { kind: "fax", $id: "https://acme.example/1", again: { $id: "https://acme.example/1" } },
        discriminator: { propertyName: "kind", mapping: { fax: "#/components/schemas/Fax" } },
      },
      Fax: {
        type: "object",
        properties: { kind: { type: "string", enum: ["fax"] } },
        allOf: [{ $ref: "#/components/schemas/Config" }],
      },
      Machine: {
        type: "object",
        properties: { kind: { type: "string", enum: ["machine"] } },
        allOf: [{ $ref: "#/components/schemas/Config" }],
      },
      Inner: { type: "object", required: ["inner"], properties: { inner: { $ref: "#/components/schemas/Answer" } } },
    },
  },
};
