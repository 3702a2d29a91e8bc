import { isObject, type Json, type JsonObject } from "@x/openapi";
import { small } from "./small.ts";

const STEPS = 30;
const thing: JsonObject = { type: "object", properties: { id: { type: "string" } }, required: ["id"] };
const json = (schema: Json): JsonObject => ({ "application/json": { schema } });

/** A document whose response, parameter and body stand in place, or each in a component of its own. */
function written(isReferred: boolean, schema: Json, more: JsonObject = {}): JsonObject {
  const response: JsonObject = { description: "A thing.", content: json(schema) };
  const body: JsonObject = { content: json(schema) };
  const parameter: JsonObject = { name: "page", in: "query", schema: { type: "integer" } };
  const to = (place: string): JsonObject => ({ $ref: `#/components/${place}/It` });
  return small({
    operation: {
      parameters: [isReferred ? to("parameters") : parameter],
      requestBody: isReferred ? to("requestBodies") : body,
      responses: { 200: isReferred ? to("responses") : response },
    },
    document: {
      components: {
        schemas: { Thing: thing, ...more },
        ...(isReferred && { responses: { It: response }, requestBodies: { It: body }, parameters: { It: parameter } }),
      },
    },
  });
}

/** A vendor that writes references out and in again, thirty times. */
export function swinging(): JsonObject[] {
  return Array.from({ length: STEPS + 1 }, (_, step) =>
    written(step % 2 === 1, { $ref: "#/components/schemas/Thing" }),
  );
}

/** A vendor that adds at each step: a property, a listed value, a parameter, an operation, by turns. */
export function growing(): JsonObject[] {
  const documents = [written(false, { type: "object", properties: { kind: { type: "string", enum: ["k"] } } })];
  for (let step = 1; step <= STEPS; step += 1) {
    const next = structuredClone(documents.at(-1) as JsonObject) as { [key: string]: Json };
    const operation = at(next, "paths", "/things", "post");
    const schema = at(operation, "responses", "200", "content", "application/json", "schema");
    const additions = [
      () => (at(schema, "properties")[`p${step}`] = { type: "string" }),
      () => (at(schema, "properties", "kind")["enum"] as Json[]).push(`k${step}`),
      () => (operation["parameters"] as Json[]).push({ name: `q${step}`, in: "query", schema: { type: "string" } }),
      () =>
        (at(next, "paths")[`/things/${step}`] = {
          get: { operationId: `get${step}`, responses: { 204: { description: "" } } },
        }),
    ];
    additions[step % additions.length]?.();
    documents.push(next);
  }
  return documents;
}

/** A vendor that grows, and in the middle takes a property away. */
export function breaking(): JsonObject[] {
  return growing().map((document, step) => {
    const next = structuredClone(document);
    const schema = at(next, "paths", "/things", "post", "responses", "200", "content", "application/json", "schema");
    if (step < STEPS / 2) at(schema, "properties")["old"] = { type: "string" };
    return next;
  });
}

function at(value: Json, ...keys: string[]): { [key: string]: Json } {
  let found = value;
  for (const key of keys) found = isObject(found) ? (found[key] ?? null) : null;
  return found as { [key: string]: Json };
}
