import type { Json, JsonObject } from "@x/openapi";
import type { Random } from "./texts.ts";

/** A kind of document that asks for more time or memory than its size says. */
export type Kind = (random: Random) => JsonObject | string;

export const reference = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
export const names = (count: number): string[] => Array.from({ length: count }, (_, index) => `S${index}`);

/** A document with one operation, which sends and gets a schema. */
export function documentOf(schemas: JsonObject, schema: Json = reference("S0"), more: JsonObject = {}): JsonObject {
  const content = { "application/json": { schema } };
  const operation = {
    operationId: "send",
    requestBody: { required: true, content },
    responses: { 200: { description: "OK", content }, 400: { description: "No", content } },
  };
  return {
    openapi: "3.1.0",
    info: { title: "Nasty", version: "1" },
    servers: [{ url: "https://api.example.com" }],
    paths: { "/a": { post: operation } },
    components: { schemas },
    ...more,
  };
}
