import { isObject, type Json, type JsonObject } from "@x/openapi";
import type { Addition } from "./addition.ts";
import { addMediaType } from "./media-types.ts";
import { at, json, listOf, operationsOf, SCHEMAS, schemasOf, set } from "./places.ts";
import { oneOf } from "./random.ts";

const NAMES = ["a", "aa_first", "extra", "zz-last", "Über", "class", "Record", "x.y", "listRooms", "Room", "ApiError"];
export const additions: readonly Addition[] = [
  {
    kind: "operation",
    apply(document, random) {
      const path = `/${oneOf(random, ["a", "m", "zz"])}/${oneOf(random, NAMES)}/${Math.floor(random() * 100)}`;
      const operationId = oneOf(random, [undefined, ...NAMES, "getRoom", "createRoom", "ListRooms", "getA", "room"]);
      const operation = { ...(operationId && { operationId }), responses: { "200": json(oneOf(random, SCHEMAS)) } };
      set(document, ["paths", path, oneOf(random, ["get", "put", "delete"])], operation);
      const collides = operationId !== undefined && /^(getRoom|createRoom|ListRooms|listRooms)$/.test(operationId);
      return {
        what: `${path} ${operationId}`,
        ...(collides && { mayBreak: "an operationId that another operation has, and the path sorts first" }),
      };
    },
  },
  {
    kind: "optional parameter",
    apply(document, random) {
      const operation = oneOf(random, operationsOf(document));
      const place = oneOf(random, ["query", "header"]);
      const parameter = {
        // A header's name is ASCII (RFC 9110, 5.6.2).
        name: `${oneOf(random, place === "header" ? NAMES.filter((name) => /^[\w.-]+$/.test(name)) : NAMES)}_new`,
        in: place,
        schema: oneOf(random, SCHEMAS.slice(0, 4)),
      };
      operation["parameters"] = [...listOf(operation["parameters"]), parameter];
      return { what: `${parameter.in} ${parameter.name}` };
    },
  },
  {
    kind: "optional property",
    apply(document, random) {
      const schema = oneOf(
        random,
        schemasOf(document).filter((each) => isObject(each["properties"])),
      );
      const name = `${oneOf(random, NAMES)}_new`;
      (schema["properties"] as JsonObject)[name] = oneOf(random, SCHEMAS);
      return { what: name };
    },
  },
  {
    kind: "response status",
    apply(document, random) {
      const operation = oneOf(random, operationsOf(document));
      const responses = operation["responses"] as JsonObject;
      const status = oneOf(
        random,
        ["200", "201", "202", "204", "400", "401", "403", "409", "429", "4XX", "500", "default"].filter(
          (each) => !(each in responses),
        ),
      );
      responses[status] = oneOf(random, [json(oneOf(random, SCHEMAS)), { description: "Nothing" }]);
      return {
        what: status,
        ...(status.startsWith("2") && { mayBreak: "a success status: the result becomes a union" }),
      };
    },
  },
  { kind: "response media type", apply: (document, random) => addMediaType(document, random, "responses") },
  { kind: "request media type", apply: (document, random) => addMediaType(document, random, "requestBody") },
  {
    kind: "enum value in a request",
    apply(document, random) {
      const schemas = [
        at(document, ["components", "schemas", "NewRoom", "properties", "kind"]),
        at(document, ["paths", "/rooms", "get", "parameters", "1", "schema"]),
      ];
      const schema = oneOf(random, schemas) as { enum: Json[] };
      schema.enum = oneOf(random, [
        [...schema.enum, "new"],
        ["aa", ...schema.enum],
      ]);
      return { what: "enum" };
    },
  },
  {
    kind: "security scheme",
    apply(document, random) {
      const name = oneOf(random, ["a_first", "zz_last", "basic"]);
      set(
        document,
        ["components", "securitySchemes", name],
        oneOf<Json>(random, [
          { type: "apiKey", in: "header", name: "X-Key" },
          { type: "http", scheme: "bearer" },
        ]),
      );
      const alternatives = document["security"] as Json[];
      if (random() < 0.5) alternatives.push({ [name]: [] });
      return { what: name };
    },
  },
  {
    kind: "server",
    apply(document) {
      (document["servers"] as Json[]).push({ url: "https://eu.acme.example/v1" });
      return { what: "server" };
    },
  },
  {
    kind: "schema",
    apply(document, random) {
      const name = oneOf(random, [
        ...NAMES.filter((each) => each !== "Room"),
        "ListRoomsInput",
        "RoomEndedWebhook",
        "io.acme.Room",
        "NewRoomRequest",
      ]);
      set(document, ["components", "schemas", name], oneOf(random, SCHEMAS));
      return { what: name };
    },
  },
  {
    kind: "tag",
    apply(document, random) {
      (document["tags"] as Json[]).unshift({ name: oneOf(random, NAMES) });
      oneOf(random, operationsOf(document))["tags"] = ["other"];
      return { what: "tag" };
    },
  },
  {
    kind: "webhook",
    apply(document, random) {
      const name = oneOf(random, NAMES);
      set(document, ["webhooks", name], {
        post: { requestBody: json(oneOf(random, SCHEMAS)), responses: { "200": { description: "OK" } } },
      });
      return { what: name };
    },
  },
  {
    kind: "description",
    apply(document, random) {
      const target = oneOf(random, [...operationsOf(document), ...schemasOf(document)]);
      target["description"] = oneOf(random, [
        "New words.",
        "*/ export type Room = never; /*",
        "@deprecated",
        "line\nline",
      ]);
      return { what: "description" };
    },
  },
];
