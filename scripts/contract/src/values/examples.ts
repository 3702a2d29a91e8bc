import { below, isObject, locate, objectOf, walk, type Json, type JsonObject, type Place, type Role } from "@x/openapi";
import { directionOf, type Direction } from "../spec/schemas.ts";
import type { Spec } from "../spec/spec.ts";

/** An example of a document, with the schema that it should fit. */
export interface Example {
  readonly pointer: string;
  readonly schema: string;
  readonly value: Json;
  readonly direction: Direction;
}

/** What has examples, in `example` or `examples`. */
const OWNERS: ReadonlySet<Role> = new Set<Role>(["schema", "media type", "parameter", "header"]);

/** Every example of a document: of schemas, of media types, parameters and headers, wherever they are. */
export function examplesOf({ document }: Spec): Example[] {
  const found: Example[] = [];
  for (const place of walk(document)) {
    const { role, pointer, value } = place;
    if (!isObject(value) || !OWNERS.has(role)) continue;
    const schema = role === "schema" ? pointer : below(pointer, "schema");
    if (role === "schema" || value["schema"] !== undefined) found.push(...examplesIn(document, place, value, schema));
  }
  return found;
}

function* examplesIn(
  document: JsonObject,
  place: Place,
  { example, examples }: JsonObject,
  schema: string,
): Generator<Example> {
  const { pointer } = place;
  const direction = directionOf(place);
  if (example !== undefined) yield { pointer: below(pointer, "example"), schema, value: example, direction };
  for (const [index, value] of (Array.isArray(examples) ? examples : []).entries())
    yield { pointer: below(pointer, "examples", index), schema, value, direction };
  for (const key of Object.keys(objectOf(examples))) {
    const at = locate(document, below(pointer, "examples", key));
    const value = objectOf(at.value)["value"];
    if (value !== undefined) yield { pointer: below(at.pointer, "value"), schema, value, direction };
  }
}
