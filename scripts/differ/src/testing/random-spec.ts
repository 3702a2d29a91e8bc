import * as fc from "fast-check";
import { isObject, type Json, type JsonObject } from "@x/openapi";

const names = ["Ant", "Bee", "Cow", "Doe", "Elk"];

/** A schema as it is drawn; properties get their names afterwards. */
const { schema } = fc.letrec<{ schema: JsonObject; leaf: JsonObject; object: JsonObject }>((tie) => ({
  leaf: fc.oneof<fc.Arbitrary<JsonObject>[]>(
    fc.constant({ type: "string" }),
    fc.constant({ type: "string", format: "uuid", description: "An id." }),
    fc.constant({ type: "string", maxLength: 20, pattern: "^[a-z]+$" }),
    fc.constant({ type: "string", enum: ["red", "green", "blue"] }),
    fc.record({ type: fc.constant("integer"), minimum: fc.integer({ min: 0, max: 5 }) }),
    fc.constant({ type: "number", exclusiveMinimum: 3 }),
    fc.constant({ type: "boolean", default: false }),
    fc.constant({ type: ["string", "null"] }),
  ),
  object: fc
    .record({ properties: fc.array(tie("schema"), { minLength: 1, maxLength: 4 }), required: fc.nat(4) })
    .map(({ properties, required }) => ({ type: "object", properties, required })),
  schema: fc.oneof<fc.Arbitrary<JsonObject>[]>(
    { maxDepth: 3, depthSize: "small" },
    tie("leaf"),
    tie("leaf"),
    fc.constantFrom(...names).map(reference),
    tie("object"),
    tie("schema").map((items) => ({ type: "array", items })),
    tie("schema").map((additionalProperties) => ({ type: "object", additionalProperties })),
    fc.subarray(names, { minLength: 2, maxLength: 3 }).map((members) => ({ anyOf: members.map(reference) })),
    fc.tuple(fc.constantFrom(...names), tie("object")).map(([name, own]) => ({ allOf: [reference(name), own] })),
  ),
}));

const component: fc.Arbitrary<JsonObject> = fc
  .record({ properties: fc.array(schema, { minLength: 1, maxLength: 4 }), required: fc.nat(4) })
  .map(({ properties, required }) => ({ type: "object", properties, required }));

const parameterSchema: fc.Arbitrary<JsonObject> = fc.constantFrom<JsonObject[]>(
  { type: "string" },
  { type: "string", enum: ["red", "green", "blue"] },
  { type: "integer", minimum: 1 },
  { type: "array", items: { type: "string" } },
);

const operation: fc.Arbitrary<JsonObject> = fc
  .record({
    query: fc.array(parameterSchema, { maxLength: 2 }),
    body: fc.option(schema),
    success: schema,
    failure: schema,
  })
  .map(({ query, body, success, failure }) => ({
    parameters: query.map((own, index) => ({ name: `query${index}`, in: "query", schema: own })),
    requestBody: body === null ? null : { content: json(body) },
    responses: {
      "200": { description: "Fine.", content: json(success) },
      "4XX": { description: "Not fine.", content: json(failure) },
    },
  }));

/**
 * Random OpenAPI documents: recursive schemas, components used in requests, responses, both or not at all, `allOf`, `oneOf`, maps,
 * parameters of paths and of operations. They are 3.1; `toVersion30` gives the same in 3.0.
 */
export const randomSpec: fc.Arbitrary<JsonObject> = fc
  .record({
    schemas: fc.tuple(component, component, component, component, component),
    operations: fc.array(operation, { minLength: 1, maxLength: 3 }),
    shared: parameterSchema,
  })
  .map(({ schemas, operations, shared }) => {
    const paths: JsonObject = {};
    for (const [index, { requestBody = null, ...rest }] of operations.entries()) {
      const one: JsonObject = requestBody === null ? rest : { ...rest, requestBody };
      paths[`/things${index}/{id}`] = {
        parameters: [
          { name: "id", in: "path", required: true, schema: { type: "string" } },
          { name: "shared", in: "query", schema: shared },
        ],
        post: { operationId: `Do${index}`, ...one },
      };
    }
    const document = {
      openapi: "3.1.0",
      info: { title: "Random", version: "1" },
      servers: [{ url: "https://api.example.com" }],
      security: [{ key: [] }],
      paths,
      components: {
        schemas: Object.fromEntries(names.map((name, index) => [name, schemas[index] ?? {}])),
        securitySchemes: { key: { type: "http", scheme: "bearer" } },
      },
    };
    return nameProperties(structuredClone(document), { next: 0 }) as JsonObject;
  });

function reference(name: string): JsonObject {
  return { $ref: `#/components/schemas/${name}` };
}

function json(own: JsonObject): JsonObject {
  return { "application/json": { schema: own } };
}

/** No two properties share a name, so that parts of an `allOf` never speak of the same one. */
function nameProperties(value: Json, counter: { next: number }): Json {
  if (Array.isArray(value)) return value.map((item) => nameProperties(item, counter));
  if (!isObject(value)) return value;
  const named: JsonObject = {};
  for (const [key, member] of Object.entries(value)) named[key] = nameProperties(member, counter);
  if (Array.isArray(named["properties"])) {
    const entries = named["properties"].map((item): [string, Json] => [`p${(counter.next += 1)}`, item]);
    named["properties"] = Object.fromEntries(entries);
    named["required"] = entries.slice(0, Number(named["required"])).map(([name]) => name);
  }
  return named;
}

/** The same document as OpenAPI 3.0 writes it: `nullable`, and exclusive limits by a boolean. */
export function toVersion30(value: Json): Json {
  if (Array.isArray(value)) return value.map(toVersion30);
  if (!isObject(value)) return value;
  const written: JsonObject = {};
  for (const [key, member] of Object.entries(value)) {
    if (key === "openapi") written[key] = "3.0.3";
    else if (key === "type" && Array.isArray(member)) {
      written["type"] = member.find((type) => type !== "null") ?? null;
      written["nullable"] = member.includes("null");
    } else if (key === "exclusiveMinimum") {
      written["minimum"] = member;
      written["exclusiveMinimum"] = true;
    } else written[key] = toVersion30(member);
  }
  return written;
}

/** The same document with the keys of its objects in another order, and other examples and extensions. */
export function shuffled(value: Json): Json {
  if (Array.isArray(value)) return value.map(shuffled);
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([key, member]): [string, Json] => [key, shuffled(member)]);
  const isSchema = typeof value["type"] === "string" || Array.isArray(value["type"]);
  if (isSchema && !Array.isArray(value["properties"])) entries.push(["example", "another"], ["x-note", 1]);
  return Object.fromEntries(entries.toReversed());
}
