import {
  at,
  below,
  isObject,
  keysOf,
  objectOf,
  pointerSegment,
  removeAt,
  type Json,
  type JsonObject,
} from "@x/openapi";
import { flatten, typesOf } from "../schema/flat-schema.ts";
import { schemasOf } from "../spec/schemas.ts";
import type { Spec } from "../spec/spec.ts";
import { unsaid, unserved } from "./unserved.ts";
import { faultyValues } from "./vendor-faults.ts";

const FORM = /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i;

/**
 * The document as Prism can serve it: without the vendor's faults, by which it would refuse what is right and answer with
 * what is wrong; without what nobody sends; with what OpenAPI takes for granted of lists in forms, and with alternatives that
 * may overlap. It is the document itself where there is nothing to change.
 */
export function forPrism(spec: Spec): JsonObject {
  const values = [...faultyValues(spec)];
  const lists = [...listsInForms(spec)];
  const objects = [...objectsInForms(spec)];
  const left = unserved(spec.document);
  const silent = [...unsaid(spec.document)];
  const document = spec.satisfiable;
  const unions = overlapping(document);
  if (![values, lists, objects, left, silent, unions].some(({ length }) => length)) return document;
  const copy = structuredClone(document);
  // From the last on: an item of a list that goes moves those behind it.
  for (const { pointer } of values.toReversed()) removeAt(copy, pointer);
  for (const { media, name } of lists) {
    const owner = at(copy, media) as JsonObject;
    const given = isObject(owner["encoding"]) ? owner["encoding"] : {};
    owner["encoding"] = { [name]: { style: "form", explode: true }, ...given };
  }
  for (const pointer of silent) {
    const media = at(copy, pointer) as JsonObject;
    delete media["examples"];
    Object.assign(media, { schema: { type: "object" }, example: {} });
  }
  for (const { media, schema } of objects) (at(copy, media) as JsonObject)["schema"] = schema;
  for (const pointer of left.toReversed()) removeAt(copy, pointer);
  for (const schema of overlapping(copy)) {
    schema["anyOf"] = schema["oneOf"] as Json;
    delete schema["oneOf"];
  }
  return copy;
}

/** Schemas with alternatives of which a value may fit several, unless something refers into them. */
function overlapping(document: JsonObject): JsonObject[] {
  const schemas = schemasOf(document).map(({ schema }) => schema);
  if (schemas.some(({ $ref }) => typeof $ref === "string" && $ref.includes("/oneOf/"))) return [];
  return schemas.filter(({ oneOf, anyOf }) => Array.isArray(oneOf) && anyOf === undefined);
}

/** Forms with objects among their fields, which Prism can't read: with what it can. */
function* objectsInForms(spec: Spec): Generator<{ media: string; schema: JsonObject }> {
  for (const { pointer, schema, encoding } of formsOf(spec)) {
    const { properties, required } = flatten(spec.jsonSchema.request, schema);
    const isObjects = (property: string): boolean => {
      const flat = flatten(spec.jsonSchema.request, property);
      return flat.choices.length > 0 || typesOf(flat).includes("object");
    };
    if (![...properties.values()].some(isObjects)) continue;
    const readable = [...properties].map(([name, property]) => [
      name,
      isObjects(property) ? {} : referenceTo(property),
    ]);
    // Written as its `encoding` says, there is no field of that name.
    const demanded = [...required].filter((name) => properties.has(name) && encoding[name] === undefined);
    yield {
      media: pointer,
      schema: { type: "object", properties: Object.fromEntries(readable) as JsonObject, required: demanded },
    };
  }
}

function referenceTo(pointer: string): JsonObject {
  return {
    $ref: `#${keysOf(pointer)
      .map((key) => `/${encodeURIComponent(pointerSegment(key))}`)
      .join("")}`,
  };
}

/** Lists among the fields of forms: unless it is told how they are written, Prism takes them for text. */
function* listsInForms(spec: Spec): Generator<{ media: string; name: string }> {
  for (const { pointer, schema, encoding } of formsOf(spec)) {
    for (const [name, property] of flatten(spec.jsonSchema.request, schema).properties) {
      const isList = typesOf(flatten(spec.jsonSchema.request, property)).includes("array");
      if (isList && encoding[name] === undefined) yield { media: pointer, name };
    }
  }
}

/** Each form once, however many operations have it. */
function* formsOf(spec: Spec): Generator<{ pointer: string; schema: string; encoding: JsonObject }> {
  const seen = new Set<string>();
  for (const { body } of spec.operations) {
    for (const { mediaType, pointer, schema } of body?.content ?? []) {
      if (!FORM.test(mediaType) || schema === undefined || seen.has(pointer)) continue;
      seen.add(pointer);
      yield { pointer, schema, encoding: objectOf(at(spec.document, below(pointer, "encoding"))) };
    }
  }
}
