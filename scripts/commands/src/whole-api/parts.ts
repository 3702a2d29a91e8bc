import type { JsonObject } from "@x/openapi";

/** `content` of a body in JSON. */
export function json(schema: JsonObject): JsonObject {
  return { "application/json": { schema } };
}

export function ref(name: string): JsonObject {
  return { $ref: `#/components/schemas/${name}` };
}

export const failed: JsonObject = { $ref: "#/components/responses/Failed" };

/** `room` → `Room`: as in names of schemas and operations. */
export function titleOf(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
