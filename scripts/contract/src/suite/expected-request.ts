import { isObject, type JsonObject } from "@x/openapi";
import type { SpecParameter } from "../spec/spec-operations.ts";

/** The decoded name-value pairs that a query parameter must be sent as (OpenAPI, Style Values). */
export function expectedPairs({ name, style, explode, json }: SpecParameter, value: unknown): [string, string][] {
  if (json) return [[name, JSON.stringify(value)]];
  if (Array.isArray(value)) {
    if (explode) return value.map((item) => [name, String(item)]);
    const delimiter = style === "spaceDelimited" ? " " : style === "pipeDelimited" ? "|" : ",";
    return value.length ? [[name, value.map(String).join(delimiter)]] : [];
  }
  if (!isObject(value)) return [[name, String(value)]];
  if (style === "deepObject") return deepPairs(name, value);
  const members = Object.entries(value).map(([key, member]): [string, string] => [key, String(member)]);
  if (explode) return members;
  return members.length ? [[name, members.flat().join(",")]] : [];
}

function deepPairs(name: string, value: JsonObject): [string, string][] {
  return Object.entries(value).flatMap(([key, member]): [string, string][] => {
    const inner = `${name}[${key}]`;
    if (Array.isArray(member)) return member.map((item) => [`${inner}[]`, String(item)]);
    return isObject(member) ? deepPairs(inner, member) : [[inner, String(member)]];
  });
}

/** The decoded segment, or part of one, that a path parameter must be sent as. */
export function expectedSegment({ name, style, json }: SpecParameter, value: unknown): string {
  if (json) return JSON.stringify(value);
  const text = Array.isArray(value) ? value.map(String).join(",") : String(value);
  return style === "label" ? `.${text}` : style === "matrix" ? `;${name}=${text}` : text;
}
