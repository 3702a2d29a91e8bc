import { isObject, type Json, type JsonObject } from "@x/openapi";
import type { Direction } from "../rules/verdict.ts";
import { get } from "./edit.ts";

/** A schema that is written somewhere, and the directions in which operations use it. */
export interface Site {
  pointer: string;
  schema: JsonObject;
  directions: Direction[];
}

/**
 * All schemas of a document, found by following what operations send and receive: a plain walk of its own, so that it can judge
 * the one that is tested. What no operation reaches has the direction "component".
 */
export function schemaSites(document: JsonObject): Site[] {
  const reached = new Map<string, Set<Direction>>();
  const visit = (pointer: string, direction: Direction): void => {
    const schema = get(document, pointer);
    if (!isObject(schema)) return;
    if (typeof schema["$ref"] === "string") {
      visit(schema["$ref"].slice(1), direction);
      return;
    }
    const directions = reached.get(pointer) ?? new Set();
    if (directions.has(direction)) return;
    reached.set(pointer, directions.add(direction));
    for (const below of children(schema)) visit(`${pointer}/${below}`, direction);
  };
  const paths = document["paths"];
  for (const [path, item] of Object.entries(isObject(paths) ? paths : {})) {
    if (!isObject(item) || !isObject(item["post"])) continue;
    const start = `/paths/${path.replaceAll("/", "~1")}`;
    for (const [holder, where] of [
      [item, start],
      [item["post"], `${start}/post`],
    ] as const) {
      const parameters = holder["parameters"];
      for (const index of (Array.isArray(parameters) ? parameters : []).keys())
        visit(`${where}/parameters/${index}/schema`, "request");
    }
    const media = "content/application~1json/schema";
    if (item["post"]["requestBody"] !== undefined) visit(`${start}/post/requestBody/${media}`, "request");
    for (const status of ["200", "4XX"]) visit(`${start}/post/responses/${status}/${media}`, "response");
  }
  const components = get(document, "/components/schemas") as JsonObject;
  const used = new Set(reached.keys());
  const sweep = (pointer: string): void => {
    const schema = get(document, pointer);
    if (!isObject(schema) || schema["$ref"] !== undefined || used.has(pointer)) return;
    reached.set(pointer, new Set(["component"]));
    for (const below of children(schema)) sweep(`${pointer}/${below}`);
  };
  for (const name of Object.keys(components)) sweep(`/components/schemas/${name}`);
  return [...reached].map(([pointer, directions]) => ({
    pointer,
    schema: get(document, pointer) as JsonObject,
    directions: [...directions],
  }));
}

function children(schema: JsonObject): string[] {
  const members = (keyword: string): string[] => {
    const value: Json | undefined = schema[keyword];
    return Array.isArray(value) ? [...value.keys()].map((index) => `${keyword}/${index}`) : [];
  };
  const properties = isObject(schema["properties"]) ? Object.keys(schema["properties"]) : [];
  return [
    ...properties.map((name) => `properties/${name}`),
    ...["items", "additionalProperties"].filter((keyword) => isObject(schema[keyword])),
    ...members("allOf"),
    ...members("anyOf"),
  ];
}
