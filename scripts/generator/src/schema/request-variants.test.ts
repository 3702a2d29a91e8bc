import { expect, test } from "vitest";
import type { JsonObject } from "@x/openapi";
import { withRequestVariants } from "./request-variants.ts";

const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
const json = (schema: JsonObject): JsonObject => ({ content: { "application/json": { schema } } });
const id = { type: "string", readOnly: true };
const room = { type: "object", required: ["id", "name"], properties: { id, name: { type: "string" } } };

/** A document that sends and answers with the same schema. */
function documentOf(schema: JsonObject, schemas: JsonObject): JsonObject {
  return {
    paths: { "/a": { post: { requestBody: json(schema), responses: { "200": json(schema) } } } },
    components: { schemas },
  };
}

function variantsOf(
  schema: JsonObject,
  schemas: JsonObject,
): { sent: unknown; answered: unknown; schemas: JsonObject } {
  const result = withRequestVariants(documentOf(schema, schemas)) as never as {
    paths: { "/a": { post: { requestBody: JsonObject; responses: { "200": JsonObject } } } };
    components: { schemas: JsonObject };
  };
  const { requestBody, responses } = result.paths["/a"].post;
  const at = (body: JsonObject): unknown =>
    (body["content"] as { "application/json": JsonObject })["application/json"]["schema"];
  return { sent: at(requestBody), answered: at(responses["200"]), schemas: result.components.schemas };
}

test("a request does not demand what is read-only, an answer has it", () => {
  const { sent, answered, schemas } = variantsOf(ref("Room"), { Room: room });
  expect(sent).toEqual(ref("RoomRequest"));
  expect(answered).toEqual(ref("Room"));
  expect(schemas).toEqual({ Room: room, RoomRequest: { ...room, required: ["name"] } });
});

test("what demands nothing read-only has no variant", () => {
  const schemas = { Room: { ...room, required: ["name"] } };
  expect(variantsOf(ref("Room"), schemas)).toEqual({ sent: ref("Room"), answered: ref("Room"), schemas });
});

test.each<[string, JsonObject]>([
  ["a property", { properties: { room: ref("Room") } }],
  ["items", { items: ref("Room") }],
  ["values", { additionalProperties: ref("Room") }],
  ["a part", { allOf: [ref("Room"), { properties: {} }] }],
  ["a choice", { oneOf: [ref("Room"), { type: "string" }] }],
  ["an alternative", { anyOf: [{ type: "null" }, ref("Room")] }],
])("finds it behind %s", (_, schema) => {
  const { sent, schemas } = variantsOf(ref("Outer"), { Room: room, Outer: schema });
  expect(sent).toEqual(ref("OuterRequest"));
  expect(schemas["OuterRequest"]).toEqual(JSON.parse(JSON.stringify(schema).replace("/Room", "/RoomRequest")));
  expect(schemas["Outer"]).toEqual(schema);
});

test("follows a schema into itself", () => {
  const tree = { ...room, properties: { ...room.properties, below: { type: "array", items: ref("Tree") } } };
  const { schemas } = variantsOf(ref("Tree"), { Tree: tree });
  expect(schemas["TreeRequest"]).toMatchObject({
    required: ["name"],
    properties: { below: { items: ref("TreeRequest") } },
  });
});

test("a property that another part makes read-only, or that stands behind a reference", () => {
  const parts = {
    allOf: [{ properties: { id } }, { properties: { key: ref("Key") } }],
    required: ["id", "key", "name"],
  };
  const { sent } = variantsOf(parts, { Key: { type: "string", readOnly: true } });
  expect(sent).toMatchObject({ required: ["name"] });
});

test("a discriminator leads to the variants", () => {
  const mapping = { a: "#/components/schemas/Room", b: "Room", c: "#/components/schemas/Other" };
  const schema = { oneOf: [ref("Room"), ref("Other")], discriminator: { propertyName: "kind", mapping } };
  const { sent } = variantsOf(schema, { Room: room, Other: { type: "object" } });
  expect(sent).toEqual({
    oneOf: [ref("RoomRequest"), ref("Other")],
    discriminator: {
      propertyName: "kind",
      mapping: { a: "#/components/schemas/RoomRequest", b: "#/components/schemas/RoomRequest", c: mapping.c },
    },
  });
});

test("a name that is taken is left alone", () => {
  const { sent, schemas } = variantsOf(ref("Room"), { Room: room, RoomRequest: { type: "string" } });
  expect(sent).toEqual(ref("RoomRequest_"));
  expect(schemas["RoomRequest"]).toEqual({ type: "string" });
});

test("a body behind a reference is changed once, and the document itself never", () => {
  const document: JsonObject = {
    paths: {
      "/a": { post: { requestBody: { $ref: "#/components/requestBodies/Room" } } },
      "/b": { post: { requestBody: { $ref: "#/components/requestBodies/Room" } } },
    },
    components: { schemas: { Room: room }, requestBodies: { Room: json(ref("Room")) } },
  };
  const before = structuredClone(document);
  expect(withRequestVariants(document)).toMatchObject({
    components: { requestBodies: { Room: json(ref("RoomRequest")) }, schemas: { RoomRequest: { required: ["name"] } } },
  });
  expect(document).toEqual(before);
});
