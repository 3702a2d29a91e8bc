import type { JsonObject } from "@x/openapi";

export const to = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
export const schemas = {
  RoomSession: {
    type: "object",
    description: "One occurrence of a room.",
    required: ["id"],
    properties: {
      id: { type: "string" },
      participants: { type: "array", items: to("Participant") },
      state: to("State"),
    },
  },
  Participant: { type: "object", properties: { name: { type: "string" } } },
  State: { type: "string", enum: ["open", "closed"] },
  Event: { oneOf: [to("RoomSession"), to("Participant")] },
  Events: { type: "array", items: to("Event") },
};
export const json = (schema: JsonObject): JsonObject => ({
  description: "OK",
  content: { "application/json": { schema } },
});
export const paths = {
  "/sessions": {
    get: {
      operationId: "listSessions",
      responses: {
        "200": json({
          type: "object",
          properties: { data: to("RoomSession"), state: to("State"), event: to("Event"), events: to("Events") },
        }),
        "404": { $ref: "#/components/responses/NotFound" },
      },
    },
    post: {
      operationId: "createSession",
      requestBody: json(to("RoomSession")),
      responses: { "200": json(to("RoomSession")) },
    },
  },
};
export const components = {
  schemas,
  responses: { NotFound: json({ type: "object", properties: { title: { type: "string" } } }) },
};
