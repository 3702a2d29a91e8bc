import { at, below, isObject, removeAt, type JsonObject } from "@x/openapi";
import { flatten, typesOf } from "../schema/flat-schema.ts";
import type { Spec } from "../spec/spec.ts";
import { faultyValues } from "./vendor-faults.ts";

const FORM = /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i;

/**
 * The document as Prism can serve it: without the vendor's faults, by which it would refuse what is right and answer with
 * what is wrong, and with what OpenAPI takes for granted of lists in forms. It is the document itself where there is
 * nothing to change.
 */
export function forPrism(spec: Spec): JsonObject {
  const values = [...faultyValues(spec)];
  const lists = [...listsInForms(spec)];
  const document = spec.satisfiable;
  if (!values.length && !lists.length) return document;
  const copy = structuredClone(document);
  // From the last on: an item of a list that goes moves those behind it.
  for (const { pointer } of values.toReversed()) removeAt(copy, pointer);
  for (const { media, name } of lists) {
    const owner = at(copy, media) as JsonObject;
    const given = isObject(owner["encoding"]) ? owner["encoding"] : {};
    owner["encoding"] = { [name]: { style: "form", explode: true }, ...given };
  }
  return copy;
}

/** Lists among the fields of forms: unless it is told how they are written, Prism takes them for text. */
function* listsInForms(spec: Spec): Generator<{ media: string; name: string }> {
  const seen = new Set<string>();
  for (const { body } of spec.operations) {
    for (const { mediaType, pointer, schema } of body?.content ?? []) {
      if (!FORM.test(mediaType) || schema === undefined || seen.has(pointer)) continue;
      seen.add(pointer);
      for (const [name, property] of flatten(spec.jsonSchema.request, schema).properties) {
        const given = at(spec.document, below(pointer, "encoding", name));
        const isList = typesOf(flatten(spec.jsonSchema.request, property)).includes("array");
        if (isList && given === undefined) yield { media: pointer, name };
      }
    }
  }
}
