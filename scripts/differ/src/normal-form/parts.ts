import { below, isObject, type Json, type JsonObject } from "@x/openapi";
import type { ArrayPart, Condition, ObjectPart } from "./shape.ts";
import type { Node, Place } from "./side.ts";
import { type Kind, textOf } from "./values.ts";

/** A schema with properties is read as an object, whether or not it says so: so do the generated types. */
export function impliedKinds(schema: JsonObject): Set<Kind> | undefined {
  if (isObject(schema["properties"]) || schema["additionalProperties"] !== undefined) return new Set(["object"]);
  return schema["items"] !== undefined || schema["prefixItems"] !== undefined ? new Set(["array"]) : undefined;
}

export type NodeOf = (member: Json | undefined, ...keys: (string | number)[]) => Node;

export function typesOf(type: Json | undefined): string[] | undefined {
  if (typeof type === "string") return [type];
  return Array.isArray(type) ? type.filter((each) => typeof each === "string") : undefined;
}

/** 3.1 says with `contentEncoding` and `contentMediaType` what 3.0 said with the formats byte and binary. */
export function formatOf(schema: Place["value"]): string | undefined {
  if (typeof schema["format"] === "string") return schema["format"];
  const { contentEncoding: encoding, contentMediaType: media } = schema;
  if (typeof encoding === "string") return encoding === "base64" ? "byte" : encoding;
  if (typeof media === "string") return media === "application/octet-stream" ? "binary" : media;
  return undefined;
}

export function objectPart({ value, pointer }: Place, node: NodeOf): ObjectPart[] {
  const { properties, patternProperties, additionalProperties } = value;
  if (properties === undefined && patternProperties === undefined && additionalProperties === undefined) return [];
  const named = Object.entries(isObject(properties) ? properties : {});
  const patterned = Object.entries(isObject(patternProperties) ? patternProperties : {});
  return [
    {
      pointer,
      properties: new Map(named.map(([name, each]) => [name, node(each, "properties", name)])),
      patterns: patterned.map(([pattern, each]) => [pattern, node(each, "patternProperties", pattern)]),
      additional: additionalProperties === undefined ? undefined : node(additionalProperties, "additionalProperties"),
    },
  ];
}

export function arrayPart({ value }: Place, node: NodeOf): ArrayPart[] {
  const { items, prefixItems, additionalItems } = value;
  const tuple = Array.isArray(prefixItems) ? prefixItems : Array.isArray(items) ? items : undefined;
  const key = Array.isArray(prefixItems) ? "prefixItems" : "items";
  const rest = Array.isArray(items) ? additionalItems : items;
  if (tuple === undefined && rest === undefined) return [];
  return [
    {
      prefix: (tuple ?? []).map((item, index) => node(item, key, index)),
      rest: rest === undefined ? undefined : node(rest, Array.isArray(items) ? "additionalItems" : "items"),
    },
  ];
}

export function dependentOf(value: Json | undefined): Map<string, string[]> {
  const entries = Object.entries(isObject(value) ? value : {});
  return new Map(entries.map(([name, others]) => [name, Array.isArray(others) ? others.map(String) : []]));
}

export function conditionsOf({ value, pointer }: Place, node: NodeOf): Condition[] {
  const found: Condition[] = [];
  const add = (keyword: string, nodes: Node[], detail: Json = null): void => {
    found.push({ keyword, pointer: below(pointer, keyword), nodes, detail: textOf(detail) });
  };
  if (value["not"] !== undefined) add("not", [node(value["not"], "not")]);
  if (value["if"] !== undefined && (value["then"] !== undefined || value["else"] !== undefined))
    add("if", [node(value["if"], "if"), node(value["then"], "then"), node(value["else"], "else")]);
  if (value["contains"] !== undefined)
    add("contains", [node(value["contains"], "contains")], [value["minContains"] ?? 1, value["maxContains"] ?? null]);
  if (isObject(value["dependentSchemas"])) {
    const entries = Object.entries(value["dependentSchemas"]);
    for (const [name, each] of entries) add("dependentSchemas", [node(each, "dependentSchemas", name)], name);
  }
  for (const keyword of ["unevaluatedItems", "unevaluatedProperties"])
    if (value[keyword] !== undefined) add(keyword, [node(value[keyword], keyword)]);
  return found;
}
