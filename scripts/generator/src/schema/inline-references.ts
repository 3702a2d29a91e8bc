import {
  fieldsOf,
  follow,
  isObject,
  membersOf,
  Problem,
  referenceIn,
  type Json,
  type JsonObject,
  type Role,
} from "@x/openapi";
import { isComponentSchema } from "./component-schema.ts";

/** What no type is made of, or what is written out where it is referred to. */
const LEFT_OUT = new Set(["callbacks", "links", "$defs", "definitions"]);
/** The components that stay: models, and what `security` names. */
const KEPT_COMPONENTS = ["schemas", "securitySchemes"];

/** Values of a document with its references written out: a few of them in a row can stand for billions. */
const MAX_WRITTEN = 2_000_000;

/**
 * The document that types are made of: every `$ref` but those to a schema component is written out, and keys are sorted.
 * So models never point back at paths, and a vendor that moves a response into a component, or reorders keys, changes no
 * byte of what is generated.
 *
 * @param source - the document's file, for messages
 * @throws {Problem} when a reference leads nowhere or round in a circle, or they stand for more than any document holds
 */
export function inlineReferences(document: JsonObject, source: string): JsonObject {
  const components = isObject(document["components"]) ? document["components"] : {};
  const kept = KEPT_COMPONENTS.filter((key) => isObject(components[key]));
  const slim = { ...document, components: Object.fromEntries(kept.map((key) => [key, components[key] as Json])) };

  let count = 0;
  /** @param above - the references on the way here: one that comes back to itself without a component has no type */
  const written = (role: Role, value: Json, above: readonly string[]): Json => {
    if (!isObject(value)) return value;
    if ((count += 1) > MAX_WRITTEN)
      throw new Problem(`${source} is a bomb: its references stand for more than a document.`);
    const reference = referenceIn(value);
    if (reference !== undefined) {
      if (role === "schema" && isComponentSchema(reference)) return value;
      if (above.includes(reference)) return {};
      return written(role, target(value), [...above, reference]);
    }
    const entries = Object.keys(value)
      .toSorted()
      .filter((key) => !LEFT_OUT.has(key) || !isField(role, key))
      .map((key): [string, Json] => [key, member(role, key, value[key] as Json, above)]);
    return Object.fromEntries(entries);
  };
  /** What a value with a `$ref` stands for; what stands beside the `$ref` wins (OpenAPI 3.1, Reference Object). */
  const target = (value: JsonObject): Json => {
    const { value: found, siblings, broken } = follow(document, value, "");
    if (broken) throw new Problem(`${source}: the reference "${broken.reference}" ${broken.why}.`);
    const beside = siblings.toReversed().map((sibling) => sibling.value as JsonObject);
    return isObject(found) && beside.length ? Object.assign({}, found, ...beside) : (found ?? {});
  };
  const member = (role: Role, key: string, value: Json, above: readonly string[]): Json => {
    const all = membersOf[role];
    if (all !== undefined && !key.startsWith("x-")) return written(all, value, above);
    const fields = fieldsOf[role] ?? {};
    const [holding, inner] = Object.hasOwn(fields, key) ? (fields[key] ?? []) : [];
    if (holding === undefined || inner === undefined) return sorted(value);
    if (Array.isArray(value)) return value.map((each) => written(inner, each, above));
    if (holding !== "map" || !isObject(value)) return written(inner, value, above);
    const names = Object.keys(value).toSorted();
    return Object.fromEntries(names.map((name) => [name, written(inner, value[name] as Json, above)]));
  };
  return written("document", slim, []) as JsonObject;
}

function isField(role: Role, key: string): boolean {
  return Object.hasOwn(fieldsOf[role] ?? {}, key);
}

/** Data with the keys of each object in order; lists stay as they are. */
function sorted(value: Json): Json {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isObject(value)) return value;
  const keys = Object.keys(value).toSorted();
  return Object.fromEntries(keys.map((key) => [key, sorted(value[key] as Json)]));
}
