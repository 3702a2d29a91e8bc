import { isObject, methods, objectOf, walk, type Json, type JsonObject } from "@x/openapi";
import { json, ref } from "./parts.ts";
import { resourcePaths } from "./resource-paths.ts";
import { syntheticVendor } from "./synthetic-vendor.ts";

/** Of eight operations each: with one of its own, a document has 25. */
const NEIGHBOURS = ["recording", "composition", "member"];

/**
 * A document after its vendor added to it and took nothing away: the operations of three resources, with the paths above its
 * own; optional parameters in front of those that operations have, properties that responses always hold, errors. What is
 * new has as many faults in its examples, defaults and required names as what vendors write.
 */
export function grown(document: JsonObject): JsonObject {
  const next = structuredClone(document);
  for (const { role, value } of walk(next)) {
    if (!isObject(value)) continue;
    if (role === "schema" && isObject(value["properties"])) addProperties(value);
    if (role === "operation") addToOperation(value);
  }
  const version = String(next["openapi"]).startsWith("3.0") ? "3.0.3" : "3.1.0";
  const { components } = syntheticVendor(version, NEIGHBOURS);
  const paths = objectOf(next["paths"]);
  for (const path of Object.keys(paths)) addPathsAbove(paths, path);
  for (const name of NEIGHBOURS) Object.assign(paths, resourcePaths(name));
  secure(next, new Set(Object.keys(objectOf(document["paths"]))));
  const own = objectOf(next["components"]);
  for (const [kind, entries] of Object.entries(objectOf(components)))
    if (kind !== "securitySchemes") own[kind] = { ...objectOf(entries), ...objectOf(own[kind]) };
  next["components"] = own;
  return next;
}

function addProperties(schema: JsonObject): void {
  const required = Array.isArray(schema["required"]) ? schema["required"] : [];
  schema["required"] = ["added_at", ...required];
  schema["properties"] = {
    added_at: { type: "string", format: "date-time", example: "yesterday" },
    added_list: { type: "array", items: { type: "integer", default: "none" } },
    ...objectOf(schema["properties"]),
  };
}

function addToOperation(operation: JsonObject): void {
  const given = Array.isArray(operation["parameters"]) ? operation["parameters"] : [];
  operation["parameters"] = [
    { name: "added_size", in: "query", schema: { type: "integer", example: "many" } },
    { name: "X-Added", in: "header", schema: { type: "string", default: 7 } },
    ...given,
  ];
  const responses = objectOf(operation["responses"]);
  responses["429"] = { description: "Too many", content: json(ref("Problem")) };
}

/** `/rooms/{id}/sessions` has `/rooms` and `/rooms/{id}` above it: a vendor's other pages tell of them. */
function addPathsAbove(paths: JsonObject, path: string): void {
  const segments = path.split("/").slice(1, -1);
  for (const [index] of segments.entries()) {
    const above = `/${segments.slice(0, index + 1).join("/")}`;
    const names = Array.from(above.matchAll(/\{([^{}]+)\}/g), ([, name]) => name as string);
    const parameters = names.map((name) => ({
      name,
      in: "path",
      required: true,
      schema: { type: "string", example: 7 },
    }));
    const responses = { "200": { description: "It", content: json(ref("Token")) } };
    paths[above] ??= { get: { operationId: `show${above}`, parameters, responses } };
  }
}

/** What is new takes the key that the vendor's operations take. */
function secure(document: JsonObject, known: ReadonlySet<string>): void {
  const [scheme] = Object.keys(objectOf(objectOf(document["components"])["securitySchemes"]));
  const security: Json = scheme === undefined ? [] : [{ [scheme]: [] }];
  for (const [path, item] of Object.entries(objectOf(document["paths"]))) {
    for (const method of methods) {
      const operation = objectOf(item)[method];
      if (!known.has(path) && isObject(operation)) operation["security"] ??= security;
    }
  }
}
