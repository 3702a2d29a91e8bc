import type { JsonObject } from "@x/openapi";

const to = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
const text: JsonObject = { type: "string" };
const object = (properties: JsonObject, more: JsonObject = {}): JsonObject => ({ type: "object", properties, ...more });
const content = (schema: JsonObject, type = "application/json"): JsonObject => ({ content: { [type]: { schema } } });
const response = (schema: JsonObject, type?: string): JsonObject => ({ description: "OK", ...content(schema, type) });
const problem = { $ref: "#/components/responses/Problem" };

/** A document with what vendors' documents have: additions are made to it. */
export const baseDocument: JsonObject = {
  openapi: "3.1.0",
  info: { title: "Acme", version: "1.0.0" },
  servers: [{ url: "https://api.acme.example/v1" }],
  security: [{ bearer: [] }],
  tags: [{ name: "rooms" }],
  paths: {
    "/rooms": {
      get: {
        operationId: "listRooms",
        tags: ["rooms"],
        parameters: [
          { name: "limit", in: "query", schema: { type: "integer" } },
          { name: "state", in: "query", schema: { type: "string", enum: ["open", "closed"] } },
          { name: "tags", in: "query", schema: { type: "array", items: text } },
        ],
        responses: { "200": response(object({ rooms: { type: "array", items: to("Room") } })), "404": problem },
      },
      post: {
        operationId: "createRoom",
        requestBody: { required: true, ...content(to("NewRoom")) },
        responses: { "201": response(to("Room")), "422": problem },
      },
    },
    "/rooms/{room_id}": {
      parameters: [{ name: "room_id", in: "path", required: true, schema: text }],
      get: { operationId: "getRoom", responses: { "200": response(to("Room")), "404": problem, default: problem } },
      delete: { operationId: "deleteRoom", responses: { "204": { description: "Gone" } } },
    },
    "/events": {
      get: { operationId: "listEvents", responses: { "200": response({ type: "array", items: to("Event") }) } },
    },
    "/export": { get: { operationId: "exportCsv", responses: { "200": response(text, "text/csv") } } },
    "/notes": {
      post: {
        operationId: "addNote",
        requestBody: content(
          object({ note: text, labels: { type: "array", items: text } }),
          "application/x-www-form-urlencoded",
        ),
        responses: { "200": response({ type: "object" }) },
      },
    },
    "/status": { get: { security: [], responses: { "200": response(object({ ok: { type: "boolean" } })) } } },
  },
  webhooks: {
    "room.ended": { post: { requestBody: content(to("Room")), responses: { "200": { description: "OK" } } } },
  },
  components: {
    securitySchemes: { bearer: { type: "http", scheme: "bearer" } },
    responses: { Problem: response(object({ code: text, detail: text }, { required: ["code"] })) },
    schemas: {
      Room: object(
        {
          id: text,
          state: { type: "string", enum: ["open", "closed"] },
          owner: to("User"),
          labels: object({}, { additionalProperties: text }),
          closed_at: { type: ["string", "null"], format: "date-time" },
          parent: to("Room"),
        },
        { required: ["id", "state"] },
      ),
      NewRoom: object(
        {
          name: text,
          kind: { type: "string", enum: ["small", "large"] },
          size: { type: "integer" },
          invited: { type: "array", items: to("User") },
        },
        { required: ["name"] },
      ),
      User: object({ name: text, age: { type: ["integer", "null"] } }),
      Event: { oneOf: [to("Joined"), to("Left")] },
      Joined: object({ type: { type: "string", enum: ["joined"] }, user: to("User") }, { required: ["type"] }),
      Left: object({ type: { type: "string", enum: ["left"] }, reason: text }, { required: ["type"] }),
      Id: { type: "string" },
    },
  },
};
