import { at, isObject, keysOf, type Json, type JsonObject } from "@x/openapi";
import { json, ref } from "../whole-api/parts.ts";
import { syntheticVendor } from "../whole-api/synthetic-vendor.ts";

/** A document with something of every role that OpenAPI knows, in 3.1. */
function everything(): JsonObject {
  const document = syntheticVendor("3.1.0", ["room"]);
  const paths = document["paths"] as { [path: string]: JsonObject };
  const get = (paths["/rooms/{id}"] as { get: JsonObject }).get;
  get["summary"] = "Shows a room";
  get["tags"] = ["rooms"];
  get["responses"] = {
    "200": {
      description: "It",
      headers: { "X-Page": { schema: { type: "integer" } } },
      content: {
        "application/json": {
          schema: { ...ref("RoomResponse"), "x-in-schema": { a: [{}] } },
          examples: { one: { value: { data: {} } } },
        },
      },
      links: { next: { operationId: "ListRooms", "x-in-link": {} } },
    },
    "404": { $ref: "#/components/responses/Failed" },
  };
  return {
    ...document,
    "x-at-root": { deep: [{ deeper: {} }] },
    externalDocs: { url: "https://acme.example/docs" },
    tags: [{ name: "rooms", externalDocs: { url: "https://acme.example/rooms" } }],
    webhooks: {
      roomChanged: {
        post: { requestBody: { content: json(ref("Room")) }, responses: { "200": { description: "Heard" } } },
      },
    },
  };
}

/** Where a `$ref` is tried: one object of each role, and the data that no role has. */
const PLACES = [
  "",
  "/info",
  "/servers/0",
  "/servers/0/variables/region",
  "/security/0",
  "/tags/0/externalDocs",
  "/externalDocs",
  "/x-at-root",
  "/x-at-root/deep/0/deeper",
  "/paths",
  "/paths/~1rooms",
  "/paths/~1rooms~1{id}/get",
  "/paths/~1rooms~1{id}/parameters/0",
  "/paths/~1rooms~1{id}/get/responses",
  "/paths/~1rooms~1{id}/get/responses/200",
  "/paths/~1rooms~1{id}/get/responses/200/headers/X-Page",
  "/paths/~1rooms~1{id}/get/responses/200/content",
  "/paths/~1rooms~1{id}/get/responses/200/content/application~1json",
  "/paths/~1rooms~1{id}/get/responses/200/content/application~1json/schema",
  "/paths/~1rooms~1{id}/get/responses/200/content/application~1json/schema/x-in-schema/a/0",
  "/paths/~1rooms~1{id}/get/responses/200/content/application~1json/examples/one",
  "/paths/~1rooms~1{id}/get/responses/200/content/application~1json/examples/one/value/data",
  "/paths/~1rooms~1{id}/get/responses/200/links/next",
  "/paths/~1rooms~1{id}/get/responses/200/links/next/x-in-link",
  "/paths/~1rooms/post/requestBody",
  "/paths/~1rooms/post/callbacks/changed",
  "/webhooks/roomChanged",
  "/components",
  "/components/schemas/Room",
  "/components/schemas/Room/properties",
  "/components/schemas/Room/properties/id",
  "/components/schemas/Event/discriminator",
  "/components/schemas/Event/discriminator/mapping",
  "/components/parameters/PageNumber",
  "/components/securitySchemes/key",
];

/** Ways to say "elsewhere". */
export function targetsOf(url: string): string[] {
  return [
    `${url}/a.yaml`,
    `${url.toUpperCase()}/A`,
    ` ${url}/space`,
    `\t${url}/tab`,
    `${url.slice("http:".length)}/no-scheme`,
    `${url}/a#/components/schemas/Room`,
    "../canary.json",
    "./../canary.json#/a",
    "sub/../../canary.json",
    " ../canary.json",
    "..%2fcanary.json",
    "%2e%2e/canary.json",
    "%252e%252e%252fcanary.json",
    "..\\canary.json",
    ".\t./canary.json",
    `ht\ntp${url.slice(4)}/inner`,
    `${url.replace(":", "%3A")}/escaped`,
    `\u00a0${url}/wide`,
    `\u0000${url}/nul`,
    `${url.replaceAll("/", "\\")}\\backslash`,
    `url:${url}/nested`,
    `x/../${url}/behind`,
    "/tmp/canary.json",
    "file:canary.json",
    "file:///tmp/canary.json",
    "",
    "?canary",
    "node:fs",
    "data:application/json,{}",
  ];
}

/** Documents by name, each with one reference that leads elsewhere. */
export function leaving(url: string): Map<string, JsonObject> {
  const targets = targetsOf(url);
  const documents = new Map<string, JsonObject>();
  for (const [index, place] of PLACES.entries()) {
    // Each place with three targets, all targets at many places.
    for (const shift of [0, 1, 2]) {
      const target = targets[(index * 3 + shift) % targets.length] as string;
      documents.set(`${place} → ${JSON.stringify(target)}`, withReference(place, target));
    }
  }
  for (const target of targets.filter((each) => /[/:\\]/.test(each))) {
    const document = everything();
    (at(document, "/components/schemas/Event/discriminator/mapping") as JsonObject)["joined"] = target;
    documents.set(`a mapping → ${JSON.stringify(target)}`, document);
  }
  return documents;
}

function withReference(place: string, target: string): JsonObject {
  const document = everything();
  const found = place === "" ? document : at(document, place);
  if (!isObject(found)) throw new Error(`There is no object at ${place}.`);
  found["$ref"] = target;
  return document;
}

/** A document with an address in all that may hold one, and is no reference: it is accepted, and asks nobody. */
export function naming(url: string): JsonObject {
  const document = everything();
  const set = (pointer: string, key: string, value: Json): void => {
    const found = pointer === "" ? document : at(document, pointer);
    if (!isObject(found) || keysOf(pointer).includes("$ref")) throw new Error(`There is no object at ${pointer}.`);
    found[key] = value;
  };
  const response = "/paths/~1rooms~1{id}/get/responses/200";
  set("", "jsonSchemaDialect", `${url}/dialect`);
  set("/info", "termsOfService", `${url}/terms`);
  set("/info", "contact", { name: "a", url: `${url}/contact` });
  set("/info", "license", { name: "a", url: `${url}/license` });
  set("/externalDocs", "url", `${url}/docs`);
  set("/tags/0/externalDocs", "url", `${url}/tag`);
  set("/x-at-root", "externalValue", `${url}/extension`);
  set("/x-at-root", "url", `${url}/extension`);
  set(`${response}/links/next`, "operationRef", `${url}/link#/paths/~1a/get`);
  set(`${response}/links/next`, "server", { url: `${url}/link` });
  set(`${response}/content/application~1json/examples`, "two", { externalValue: `${url}/example` });
  set(`${response}/content/application~1json/examples`, "three", { externalValue: "../canary.json" });
  set(`${response}/content/application~1json/examples`, "four", { externalValue: "file:///tmp/canary.json" });
  set("/components/schemas/RoomStub/properties/id", "$schema", `${url}/schema`);
  set("/components/schemas/RoomStub/properties/id", "$comment", `${url}/comment`);
  set("/components/schemas/RoomStub/properties/id", "contentSchema", { $comment: `${url}/content` });
  set("/components/schemas/RoomStub/properties/id", "externalDocs", { url: `${url}/schema-docs` });
  set("/components/schemas/RoomStub", "xml", { name: "a", namespace: `${url}/xml` });
  const flows = { clientCredentials: { tokenUrl: `${url}/token`, refreshUrl: `${url}/refresh`, scopes: {} } };
  set("/components/securitySchemes", "oauth", { type: "oauth2", flows });
  set("/components/securitySchemes", "openId", { type: "openIdConnect", openIdConnectUrl: `${url}/openid` });
  return document;
}

/** Keywords of JSON Schema that a tool may take for references, each in a document of its own: it may be refused. */
export function keywords(url: string): Map<string, JsonObject> {
  const tried: [string, Json][] = [
    ["$id", `${url}/id`],
    ["$id", "../canary.json"],
    ["id", `${url}/id`],
    ["$anchor", `${url}/anchor`],
    ["$dynamicRef", `${url}/dynamic#a`],
    ["$dynamicRef", "../canary.json#a"],
    ["$recursiveRef", `${url}/recursive`],
    ["$dynamicAnchor", `${url}/anchor`],
    ["$vocabulary", { [`${url}/vocabulary`]: true }],
    ["$schema", `${url}/schema`],
    ["$schema", "../canary.json"],
    ["$ref", [`${url}/list`]],
    ["$ref", { $ref: "#/components/schemas/Room" }],
    ["$import", `${url}/import`],
    ["$include", "../canary.json"],
    ["extends", "../canary.json"],
  ];
  return new Map(
    tried.map(([keyword, value]) => {
      const document = everything();
      (at(document, "/components/schemas/RoomStub/properties/id") as JsonObject)[keyword] = value;
      return [`${keyword}: ${JSON.stringify(value)}`, document];
    }),
  );
}
