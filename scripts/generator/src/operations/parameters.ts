import type { ParameterKind } from "@x/client";
import { isObject, resolve, type Json, type JsonObject, Problem } from "@x/openapi";
import { TOKEN } from "./security.ts";
import { isIgnoredHeader } from "./ignored-headers.ts";
import type { ParameterModel } from "./model.ts";

/**
 * The parameters of an operation: the path item's, replaced by the operation's own of the same name and place.
 *
 * @throws {Problem} for a cookie that is required, which a client in a browser could not send, and for `__proto__`
 */
export function parametersOf(
  document: JsonObject,
  path: string,
  pathItem: JsonObject,
  operation: JsonObject,
  where: string,
): ParameterModel[] {
  const models = new Map<string, ParameterModel>();
  for (const list of [pathItem["parameters"], operation["parameters"]]) {
    for (const reference of Array.isArray(list) ? list : []) {
      const parameter = resolve(document, reference, where);
      if (!isObject(parameter) || typeof parameter["name"] !== "string") continue;
      if (isIgnoredHeader(parameter)) continue;
      const model = parameterModel(document, parameter, where);
      if (model) models.set(`${model.place} ${model.name}`, model);
    }
  }
  const placeholders = Array.from(path.matchAll(/\{([^{}]+)\}/g), (match) => match[1] as string);
  for (const name of placeholders) {
    if (models.has(`path ${name}`)) continue;
    models.set(`path ${name}`, {
      name,
      place: "path",
      required: true,
      description: undefined,
      deprecated: false,
      declared: false,
      definition: { type: "string" },
    });
  }
  // An object literal with such a member has no such member.
  if ([...models.values()].some(({ name }) => name === "__proto__"))
    throw new Problem(`${where}: no parameter can be called "__proto__".`);
  return [...models.values()].filter(({ name, place }) => place !== "path" || placeholders.includes(name));
}

function parameterModel(document: JsonObject, parameter: JsonObject, where: string): ParameterModel | undefined {
  const name = parameter["name"] as string;
  const place = parameter["in"];
  const required = place === "path" || parameter["required"] === true;
  if (place !== "path" && place !== "query" && place !== "header") {
    if (!required) return undefined;
    throw new Problem(`${where}: the required parameter "${name}" in "${String(place)}" is not supported.`);
  }
  if (place === "header" && !TOKEN.test(name))
    throw new Problem(`${where}: ${JSON.stringify(name)} is no name of a header.`);
  const schema = parameter["content"] === undefined ? parameter["schema"] : undefined;
  const type =
    parameter["content"] === undefined ? kindOf(document, schema, where) : kindOfContent(parameter["content"]);
  const items = type === "array" ? kindOf(document, itemsOf(document, schema, where), where) : "any";
  const style = parameter["style"];
  const explode = parameter["explode"];
  return {
    name,
    place,
    required,
    declared: true,
    deprecated: parameter["deprecated"] === true,
    description: typeof parameter["description"] === "string" ? parameter["description"] : undefined,
    definition: {
      type,
      ...(required && place !== "path" && { required: true }),
      ...(items !== "any" && { items }),
      ...(typeof style === "string" && style !== (place === "query" ? "form" : "simple") && { style: style as "form" }),
      ...(typeof explode === "boolean" && /array|object|any/.test(type) && { explode }),
      // It has no meaning elsewhere (OpenAPI, Parameter Object).
      ...(parameter["allowReserved"] === true && place === "query" && { allowReserved: true }),
    },
  };
}

/** A parameter with a media type is JSON in one text, unless that is text itself. */
function kindOfContent(content: Json): ParameterKind {
  const [mediaType = ""] = isObject(content) ? Object.keys(content) : [];
  return /^text\/(?!(.+\+)?json\b)/i.test(mediaType) ? "string" : "json";
}

function itemsOf(document: JsonObject, schema: Json | undefined, where: string): Json | undefined {
  const resolved = resolve(document, schema, where);
  return isObject(resolved) ? resolved["items"] : undefined;
}

/** What a value of the schema is on the wire; `any` where the schema leaves it open or allows several. */
export function kindOf(
  document: JsonObject,
  reference: Json | undefined,
  where: string,
  known: Map<JsonObject, ParameterKind> = new Map(),
): ParameterKind {
  const schema = resolve(document, reference, where);
  if (!isObject(schema)) return "any";
  // Each schema is looked at once: unions that hold each other would take for ever.
  let kind = known.get(schema);
  if (kind === undefined) {
    known.set(schema, "any");
    kind = kindOfSchema(document, schema, where, known);
    known.set(schema, kind);
  }
  return kind;
}

function kindOfSchema(
  document: JsonObject,
  schema: JsonObject,
  where: string,
  known: Map<JsonObject, ParameterKind>,
): ParameterKind {
  const types = [schema["type"]].flat().filter((type) => typeof type === "string" && type !== "null");
  if (types.length > 1) return "any";
  const type = types[0] ?? typeOfValues(schema);
  if (type === "string") {
    return schema["format"] === "date-time" || schema["format"] === "date" ? schema["format"] : "string";
  }
  if (type === "integer" || type === "number" || type === "boolean" || type === "array" || type === "object")
    return type;
  const members = [schema["oneOf"], schema["anyOf"], schema["allOf"]].find(Array.isArray) ?? [];
  const kinds = new Set(
    members.flatMap((member) => (isNull(document, member, where) ? [] : kindOf(document, member, where, known))),
  );
  const [only] = kinds;
  if (only) return kinds.size === 1 ? only : "any";
  return isObject(schema["properties"]) ? "object" : "any";
}

/** Whether a schema takes null alone: what is sent is of another kind, or left out. */
function isNull(document: JsonObject, reference: Json, where: string): boolean {
  const schema = resolve(document, reference, where);
  return isObject(schema) && [schema["type"]].flat().every((type) => type === "null");
}

/** The type that the values of `const` or `enum` have in common. */
function typeOfValues(schema: JsonObject): string | undefined {
  const values = schema["const"] === undefined ? schema["enum"] : [schema["const"]];
  if (!Array.isArray(values)) return undefined;
  const types = new Set(values.filter((value) => value !== null).map((value) => typeof value));
  return types.size === 1 ? [...types][0] : undefined;
}
