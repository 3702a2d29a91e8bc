import { isObject, type Json, type JsonObject, objectOf } from "@x/openapi";
import type { SpecOperation } from "../spec/spec-operations.ts";
import { propertiesOf, replace, type Mutation, type PropertySite } from "./mutation.ts";

/** Changes of one property of a response body. */
export const propertyMutations: Mutation[] = [
  change(
    "a required property removed",
    ({ required }) => required,
    (site) => remove(site),
  ),
  change(
    "an optional property removed",
    ({ required, isLeaf }) => !required && isLeaf,
    (site) => remove(site),
  ),
  change(
    "a required property made optional",
    ({ required }) => required,
    (site) => relieve(site),
  ),
  change(
    "a property renamed",
    ({ isLeaf }) => isLeaf,
    (site) => rename(site, `${site.name}_v2`),
  ),
  {
    name: "all properties in camel case",
    direction: "response",
    apply(document, operation) {
      const sites = propertiesOf(document, operation).filter(({ name }) => name.includes("_"));
      for (const site of sites)
        rename(
          site,
          site.name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
        );
      return sites.length ? `${sites.length} properties` : undefined;
    },
  },
  change("a string made a number", isPlainString, ({ schema }) => replace(schema, { type: "integer" })),
  change("a boolean made a word", isOf("boolean"), ({ schema }) =>
    replace(schema, { type: "string", enum: ["yes", "no"] }),
  ),
  change("a number made a string", isOf("integer", "number"), ({ schema }) => replace(schema, { type: "string" })),
  change("a format dropped", hasFormat("uuid", "email", "uri"), ({ schema }) => replace(schema, { type: "string" })),
  change("a date and time made a date", hasFormat("date-time"), ({ schema }) =>
    replace(schema, { type: "string", format: "date" }),
  ),
  change("a date and time made a Unix time", looksLikeTime, ({ schema }) => replace(schema, { type: "integer" })),
  change("a property made nullable", isPlainString, ({ schema }, document) => makeNullable(schema, document)),
  change("a list made nullable", isOf("array"), ({ schema }, document) => makeNullable(schema, document)),
  change(
    "a value added to an enum",
    ({ keywords }) => Array.isArray(keywords["enum"]),
    ({ schema, keywords }) =>
      replace(schema, { ...keywords, enum: [...[keywords["enum"] as Json].flat(), "brand_new"] }),
  ),
  change("a list made a page", isOf("array"), ({ owner, name, schema }) => {
    const page = { type: "object", required: ["items"], properties: { items: schema, next: { type: "string" } } };
    objectOf(owner["properties"])[name] = page;
  }),
  change("a list made its first item", isOf("array"), ({ owner, name, keywords }) => {
    objectOf(owner["properties"])[name] = keywords["items"] as Json;
  }),
  change("objects of a list made ids", isListOfObjects, ({ schema }) =>
    replace(schema, { type: "array", minItems: 1, items: { type: "string" } }),
  ),
  change(
    "a property moved into another",
    ({ isLeaf }) => isLeaf,
    (site) => {
      const { owner, name, schema } = site;
      remove(site);
      objectOf(owner["properties"])["attributes"] = { type: "object", properties: { [name]: schema } };
    },
  ),
];

function change(
  name: string,
  fits: (site: PropertySite) => boolean,
  apply: (site: PropertySite, document: JsonObject) => void,
): Mutation {
  return {
    name,
    direction: "response",
    apply(document, operation: SpecOperation) {
      const site = propertiesOf(document, operation).find(fits);
      if (!site) return undefined;
      apply(site, document);
      return `"${site.name}"`;
    },
  };
}

function relieve({ owner, name }: PropertySite): void {
  const { required } = owner;
  if (Array.isArray(required)) owner["required"] = required.filter((other) => other !== name);
  // OpenAPI 3.0 wants at least one name.
  if (Array.isArray(owner["required"]) && !owner["required"].length) delete owner["required"];
}

function remove(site: PropertySite): void {
  relieve(site);
  delete objectOf(site.owner["properties"])[site.name];
}

function rename(site: PropertySite, name: string): void {
  const { owner, required, schema } = site;
  remove(site);
  objectOf(owner["properties"])[name] = schema;
  if (required) owner["required"] = [...(Array.isArray(owner["required"]) ? owner["required"] : []), name];
}

function makeNullable(schema: JsonObject, document: JsonObject): void {
  if (String(document["openapi"]).startsWith("3.0")) schema["nullable"] = true;
  else schema["type"] = [schema["type"] as Json, "null"].flat();
}

function isOf(...types: string[]) {
  return ({ keywords, schema }: PropertySite): boolean => !schema["$ref"] && types.includes(String(keywords["type"]));
}

function isPlainString(site: PropertySite): boolean {
  return isOf("string")(site) && site.keywords["enum"] === undefined;
}

function hasFormat(...formats: string[]) {
  return ({ keywords }: PropertySite): boolean => formats.includes(String(keywords["format"]));
}

function looksLikeTime({ name, keywords }: PropertySite): boolean {
  return keywords["type"] === "string" && (keywords["format"] === "date-time" || name.endsWith("_at"));
}

function isListOfObjects(site: PropertySite): boolean {
  const items = site.keywords["items"];
  return isOf("array")(site) && isObject(items) && (items["$ref"] !== undefined || items["type"] === "object");
}
