import { isObject, type Json, type JsonObject } from "../json.ts";
import { pointerOf, referenceIn } from "./follow.ts";
import { fieldsOf, membersOf, referable, type Role } from "./grammar.ts";
import { at, keysOf, pointerSegment } from "./pointer.ts";

/** A part of a document, by what it is. */
export interface Place {
  readonly role: Role;
  /** Where it is written (JSON pointer, RFC 6901). */
  readonly pointer: string;
  /** As written: it may be of a form that the role does not allow. */
  readonly value: Json;
  /** The text of its `$ref`, where its role makes that a reference. */
  readonly reference: string | undefined;
  /** What it is written in; of a place that was reached by reference, what referred to it. */
  readonly parent: Place | undefined;
}

/** Where a walk begins. */
export interface Start {
  readonly pointer: string;
  /** @default what the way there says; what has no role is passed over */
  readonly role?: Role;
}

export interface WalkOptions {
  /** @default the whole document */
  readonly from?: readonly Start[];
  /** Go on to what is referred to, each place once. @default false */
  readonly follow?: boolean;
  /** Hand out the objects within `x-…` too: there a `$ref` is what some tools take for a reference. @default false */
  readonly extensions?: boolean;
  /** Passes a place over, with all that is in it. */
  readonly skip?: (place: Place) => boolean;
}

/**
 * Every place of a document, outer ones first, in its own order. A property that is called `$ref`, and what stands in
 * examples, defaults, enums and extensions, is data and no place. References are handed out and not followed, unless asked.
 */
export function* walk(document: JsonObject, options: WalkOptions = {}): Generator<Place> {
  const waiting: Place[] = [];
  for (const { pointer, role = roleAt(pointer) } of options.from ?? [{ pointer: "" }]) {
    const value = at(document, pointer);
    if (role !== undefined && value !== undefined) waiting.push(placeOf(role, pointer, value, undefined));
  }
  waiting.reverse();
  const seen = new Set<string>();
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    if (options.follow === true) {
      const key = `${place.role} ${place.pointer}`;
      if (seen.has(key)) continue;
      seen.add(key);
    }
    if (options.skip?.(place) === true) continue;
    yield place;
    const next = partsOf(place, options.extensions === true);
    if (options.follow === true && place.reference !== undefined) {
      const target = pointerOf(document, place.reference);
      const value = target === undefined ? undefined : at(document, target);
      if (target !== undefined && value !== undefined) next.push(placeOf(place.role, target, value, place));
    }
    for (let index = next.length - 1; index >= 0; index -= 1) waiting.push(next[index] as Place);
  }
}

/** The places directly inside one. */
function partsOf(place: Place, extensions: boolean): Place[] {
  const { role, pointer, value } = place;
  const parts: Place[] = [];
  if (role === "extension" && typeof value === "object" && value !== null) {
    for (const [key, member] of Object.entries(value)) {
      if (typeof member === "object") parts.push(placeOf(role, `${pointer}/${pointerSegment(key)}`, member, place));
    }
    return parts;
  }
  if (!isObject(value)) return parts;
  const fields = fieldsOf[role];
  const members = membersOf[role];
  if (fields === undefined && members === undefined) return parts;
  for (const [key, member] of Object.entries(value)) {
    const where = `${pointer}/${pointerSegment(key)}`;
    if (members !== undefined && isMember(key)) {
      parts.push(placeOf(members, where, member, place));
      continue;
    }
    if (extensions && key.startsWith("x-")) parts.push(placeOf("extension", where, member, place));
    const field = fields !== undefined && Object.hasOwn(fields, key) ? fields[key] : undefined;
    if (field === undefined) continue;
    const [holding, inner] = field;
    // A list of schemas behind `items` is what older drafts call a tuple.
    if (Array.isArray(member) && (holding === "list" || key === "items")) {
      for (const [index, item] of member.entries()) parts.push(placeOf(inner, `${where}/${index}`, item, place));
    } else if (holding === "one") parts.push(placeOf(inner, where, member, place));
    else if (holding === "map" && isObject(member)) {
      for (const [name, item] of Object.entries(member))
        parts.push(placeOf(inner, `${where}/${pointerSegment(name)}`, item, place));
    }
  }
  return parts;
}

/** A copy of a schema in which each schema directly inside it is another. */
export function mapSubschemas(schema: JsonObject, change: (schema: Json) => Json): JsonObject {
  const fields = fieldsOf.schema ?? {};
  const mapped = Object.entries(schema).map(([key, member]): [string, Json] => {
    const [holding, role] = Object.hasOwn(fields, key) ? (fields[key] ?? []) : [];
    if (role !== "schema") return [key, member];
    if (Array.isArray(member)) return [key, holding === "list" || key === "items" ? member.map(change) : member];
    if (holding === "one") return [key, change(member)];
    if (holding !== "map" || !isObject(member)) return [key, member];
    return [key, Object.fromEntries(Object.entries(member).map(([name, each]) => [name, change(each)]))];
  });
  return Object.fromEntries(mapped);
}

/** The role of what stands at a JSON pointer, by the way that leads there. */
export function roleAt(pointer: string): Role | undefined {
  let role: Role | undefined = "document";
  const keys = keysOf(pointer);
  for (let index = 0; index < keys.length && role !== undefined; index += 1) {
    const key = keys[index] as string;
    const members: Role | undefined = membersOf[role];
    if (members !== undefined) {
      role = isMember(key) ? members : undefined;
      continue;
    }
    const fields: (typeof fieldsOf)[Role] = fieldsOf[role];
    const [holding, inner] = fields !== undefined && Object.hasOwn(fields, key) ? (fields[key] ?? []) : [];
    const isTuple = key === "items" && /^\d+$/.test(keys[index + 1] ?? "");
    // A list or a map is no place itself.
    if (holding === "list" || holding === "map" || isTuple) index += 1;
    role = index < keys.length ? inner : undefined;
  }
  return role;
}

function isMember(key: string): boolean {
  return !key.startsWith("x-") && key !== "$ref";
}

function placeOf(role: Role, pointer: string, value: Json, parent: Place | undefined): Place {
  return { role, pointer, value, reference: referable.has(role) ? referenceIn(value) : undefined, parent };
}
