import type { Json, JsonObject } from "@x/openapi";
import { compareByRule } from "../diff.ts";

/** A document of one operation, to try one thing in. */
export function small(parts: {
  openapi?: string;
  sent?: Json;
  received?: Json;
  schemas?: JsonObject;
  operation?: JsonObject;
  item?: JsonObject;
  document?: JsonObject;
  path?: string;
}): JsonObject {
  const { sent, received, schemas, operation, item, document } = parts;
  const json = (schema: Json): JsonObject => ({ "application/json": { schema } });
  return {
    openapi: parts.openapi ?? "3.1.0",
    info: { title: "Small", version: "1" },
    servers: [{ url: "https://api.example.com/v1" }],
    paths: {
      [parts.path ?? "/things"]: {
        post: {
          operationId: "Do",
          ...(sent !== undefined && { requestBody: { content: json(sent) } }),
          responses: { 200: { description: "", ...(received !== undefined && { content: json(received) }) } },
          ...operation,
        },
        ...item,
      },
    },
    components: { schemas: schemas ?? {} },
    ...document,
  };
}

/** What is found between two documents, as `id wire sdk`. */
export function found(old: JsonObject, next: JsonObject): string[] {
  return compareByRule(old, next).changes.map(({ id, wire, sdk }) => `${id} ${wire} ${sdk}`);
}

/** What is found when a schema that is sent becomes another, with the same components on both sides. */
export function foundInRequest(old: Json, next: Json, schemas: JsonObject = {}): string[] {
  return found(small({ sent: old, schemas }), small({ sent: next, schemas }));
}

/** What is found when a schema that is received becomes another. */
export function foundInResponse(old: Json, next: Json, schemas: JsonObject = {}): string[] {
  return found(small({ received: old, schemas }), small({ received: next, schemas }));
}
