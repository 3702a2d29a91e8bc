import { isObject, keysOf, markdownCode, markdownText, objectOf, type Json, type JsonObject } from "@x/openapi";

/** A link to a component's model, as Markdown. */
export type LinkTo = (component: string) => string | undefined;

/** Values of an enum that are listed. */
const MOST_VALUES = 8;
/** Objects within an object that are written out. */
const MOST_LEVELS = 1;

/** A schema's type in words, as Markdown on one line, also of a table's cell: a model is a link to it. */
export function typeWords(schema: Json | undefined, linkTo: LinkTo, level = 0): string {
  if (!isObject(schema)) return schema === false ? "nothing" : "any";
  const words = wordsOf(schema, linkTo, level);
  return schema["nullable"] === true && !words.endsWith(" or null") ? `${words} or null` : words;
}

function wordsOf(schema: JsonObject, linkTo: LinkTo, level: number): string {
  const inner = (each: Json | undefined): string => typeWords(each, linkTo, level);
  const component = componentOf(schema["$ref"]);
  if (component !== undefined) return linkTo(component) ?? "any";
  const values = schema["const"] === undefined ? schema["enum"] : [schema["const"]];
  if (Array.isArray(values)) return valuesOf(values);
  for (const [key, joint] of [
    ["oneOf", " or "],
    ["anyOf", " or "],
    ["allOf", " with "],
  ] as const) {
    const members = schema[key];
    if (!Array.isArray(members) || members.length === 0) continue;
    const own = key === "allOf" && isObject(schema["properties"]) ? [objectWords(schema, linkTo, level)] : [];
    return [...new Set([...members.map(inner), ...own])].join(joint);
  }
  const types = [schema["type"]].flat().filter((type) => typeof type === "string");
  if (types.length > 1)
    return types.map((type) => wordsOf({ ...schema, type: type as string }, linkTo, level)).join(" or ");
  const type = types[0] ?? (isObject(schema["properties"]) ? "object" : schema["items"] ? "array" : undefined);
  if (type === "array") return `list of ${inner(schema["items"])}`;
  if (type === "object") return objectWords(schema, linkTo, level);
  const format = typeof schema["format"] === "string" ? ` (${markdownText(schema["format"])})` : "";
  return `${markdownText(type ?? "any")}${format}`;
}

function objectWords(schema: JsonObject, linkTo: LinkTo, level: number): string {
  const properties = Object.entries(objectOf(schema["properties"]));
  const { additionalProperties: more } = schema;
  if (properties.length === 0) return isObject(more) ? `map of ${typeWords(more, linkTo, level)}` : "object";
  if (level >= MOST_LEVELS) return "object";
  const required = new Set(Array.isArray(schema["required"]) ? schema["required"] : []);
  const members = properties.map(([name, property]) => {
    return `${markdownText(name)}${required.has(name) ? "" : "?"}: ${typeWords(property, linkTo, level + 1)}`;
  });
  return `{ ${members.join(", ")} }`;
}

function valuesOf(values: readonly Json[]): string {
  const shown = values.slice(0, MOST_VALUES).map((value) => markdownCode(JSON.stringify(value)));
  const left = values.length - shown.length;
  return `${shown.join(" or ")}${left ? ` or ${left} more` : ""}`;
}

/** The name of the component that a reference points at whole. */
function componentOf(reference: Json | undefined): string | undefined {
  if (typeof reference !== "string" || !reference.startsWith("#/components/schemas/")) return undefined;
  const [, , name, ...inside] = keysOf(reference);
  return inside.length > 0 ? undefined : name;
}
