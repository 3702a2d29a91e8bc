import { type Json, type JsonObject, objectOf } from "@x/openapi";
import { flatten } from "../schema/flat-schema.ts";
import { type SpecOperation, type SpecParameter } from "../spec/spec-operations.ts";
import { edit, replace, type Mutation } from "./mutation.ts";

/** Changes of what a request must be, so that yesterday's client is refused. */
export const requestMutations: Mutation[] = [
  {
    name: "a path renamed",
    direction: "request",
    apply(document, { path }) {
      const paths = objectOf(document["paths"]);
      const renamed = path.replace(/^\/([^/]+)/, "/v3_$1");
      paths[renamed] = paths[path] as Json;
      delete paths[path];
      return renamed;
    },
  },
  {
    name: "another method",
    direction: "request",
    apply(document, { path, method }) {
      const item = objectOf(objectOf(document["paths"])[path]);
      const other = method === "PUT" ? "patch" : "put";
      if (item[other] !== undefined) return undefined;
      item[other] = item[method.toLowerCase()] as Json;
      delete item[method.toLowerCase()];
      return `${method} → ${other.toUpperCase()}`;
    },
  },
  changeParameter("a path parameter made a number", isOf("path", "string"), (schema) =>
    replace(schema, { type: "integer" }),
  ),
  changeParameter("ids of another form", isOf("path", "string"), (schema) =>
    replace(schema, { type: "string", pattern: "^v3_[0-9]+$" }),
  ),
  changeParameter("a switch made a word", isOf("query", "boolean"), (schema) =>
    replace(schema, { type: "string", enum: ["yes", "no"] }),
  ),
  changeParameter("a filter limited in length", isOf("query", "string"), (schema) => {
    schema["maxLength"] = 3;
  }),
  changeParameter("a bound lowered", isOf("query", "integer"), (schema) => {
    schema["maximum"] = 0;
  }),
  changeParameter("a value taken from an enum", hasEnum, (schema) => {
    schema["enum"] = [schema["enum"] as Json].flat().slice(0, -1);
  }),
  changeParameter("a query parameter renamed", isOptionalQuery, (_, parameter) => {
    parameter["name"] = `${String(parameter["name"])}_v2`;
  }),
  changeParameter("a query parameter made required", isOptionalQuery, (_, parameter) => {
    parameter["required"] = true;
  }),
  {
    name: "a query parameter removed",
    direction: "request",
    apply(document, operation) {
      const parameter = operation.parameters.find(isOptionalQuery);
      const [, owner, index] = /^(.*)\/(\d+)$/.exec(parameter?.pointer ?? "") ?? [];
      const list = owner === undefined ? undefined : (edit(document, owner) as unknown);
      const owned = objectOf(edit(document, operation.pointer))["parameters"];
      if (!parameter || list === undefined || !Array.isArray(owned)) return undefined;
      owned.splice(Number(index), 1);
      return parameter.name;
    },
  },
  addParameter("a query parameter newly required", "query", "region"),
  addParameter("a header newly required", "header", "X-Api-Version"),
  changeBody("a body's property newly required", (schema) => {
    objectOf(schema["properties"])["region"] = { type: "string" };
    schema["required"] = [...(Array.isArray(schema["required"]) ? schema["required"] : []), "region"];
  }),
  changeBody("a body's property of another type", (schema) => {
    const [name] = Object.keys(objectOf(schema["properties"]));
    if (name !== undefined) objectOf(schema["properties"])[name] = { type: "array", items: { type: "boolean" } };
  }),
  changeSecurity("the key in a header of its own", { type: "apiKey", in: "header", name: "X-Vendor-Key" }),
  changeSecurity("the key in the query", { type: "apiKey", in: "query", name: "vendor_key" }),
  changeSecurity("the key as a password", { type: "http", scheme: "basic" }),
  {
    name: "another server",
    direction: "request",
    apply(document) {
      const [first] = [document["servers"] ?? []].flat();
      const server = objectOf(first);
      const url = String(server["url"]).replace(/\/?(v\d+)?\/?$/, "/v9");
      server["url"] = url;
      return url;
    },
  },
];

function changeParameter(
  name: string,
  fits: (parameter: SpecParameter, document: JsonObject) => boolean,
  apply: (schema: JsonObject, parameter: JsonObject) => void,
): Mutation {
  return {
    name,
    direction: "request",
    apply(document, { parameters }) {
      const parameter = parameters.find((candidate) => fits(candidate, document));
      if (!parameter) return undefined;
      const owner = edit(document, parameter.pointer);
      delete owner["example"];
      apply(edit(document, parameter.schema ?? ""), owner);
      return parameter.name;
    },
  };
}

function isOf(place: string, type: string) {
  return (parameter: SpecParameter, document: JsonObject): boolean => {
    if (parameter.place !== place || parameter.schema === undefined) return false;
    const { keywords } = flatten(document, parameter.schema);
    return keywords["type"] === type && (place === "path" || (keywords["enum"] ?? keywords["format"]) === undefined);
  };
}

function hasEnum({ schema }: SpecParameter, document: JsonObject): boolean {
  const values = schema === undefined ? undefined : edit(document, schema)["enum"];
  return Array.isArray(values) && values.length > 1;
}

function isOptionalQuery({ place, required }: SpecParameter): boolean {
  return place === "query" && !required;
}

function addParameter(name: string, place: string, parameter: string): Mutation {
  return {
    name,
    direction: "request",
    apply(document, operation) {
      const owner = edit(document, operation.pointer);
      const list = Array.isArray(owner["parameters"]) ? owner["parameters"] : [];
      owner["parameters"] = [...list, { name: parameter, in: place, required: true, schema: { type: "string" } }];
      return parameter;
    },
  };
}

function changeBody(name: string, apply: (schema: JsonObject) => void): Mutation {
  return {
    name,
    direction: "request",
    apply(document, operation: SpecOperation) {
      const media = operation.body?.content.find(({ json }) => json);
      const schema = media?.schema === undefined ? {} : edit(document, media.schema);
      if (!Object.keys(objectOf(schema["properties"])).length) return undefined;
      apply(schema);
      return operation.key;
    },
  };
}

function changeSecurity(name: string, by: JsonObject): Mutation {
  return {
    name,
    direction: "request",
    apply(document, operation) {
      const scheme = operation.security[0]?.[0];
      if (scheme === undefined) return undefined;
      replace(edit(document, `/components/securitySchemes/${scheme}`), by);
      return scheme;
    },
  };
}
