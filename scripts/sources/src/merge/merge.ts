import {
  isObject,
  below,
  type Json,
  type JsonObject,
  firstDifference,
  Problem,
  canonicalYaml,
  byPathAndMethod,
  operationsOf,
  reliesOnRoot,
} from "@x/openapi";

/** A document to be merged, and what to call it. */
export interface Part {
  readonly source: string;
  readonly document: JsonObject;
}

/**
 * One document out of many. What several of them say must be deeply equal; maps (paths, methods, components, tags) are
 * united. The result does not depend on the order of the parts: they are taken by their first operation. A single part
 * comes back as it is.
 *
 * A root `security: []`, or none, counts as unset where every operation of its part carries its own.
 *
 * @throws {Problem} on a conflict, naming both sources and the JSON pointer
 */
export function merge(parts: readonly Part[]): JsonObject {
  const [first, ...rest] = sorted(parts);
  if (first === undefined) throw new TypeError("nothing to merge");
  if (rest.length === 0) return first.document;
  const saidBy = new Map<string, string>();
  const security = rootSecurity([first, ...rest]);
  let merged: JsonObject = {};
  for (const { source, document } of [first, ...rest]) {
    merged = unite(merged, withSecurity(document, security), { source, pointer: "", saidBy });
  }
  return merged;
}

function sorted(parts: readonly Part[]): Part[] {
  return parts
    .map((part) => ({ part, first: operationsOf(part.document).toSorted(byPathAndMethod)[0] }))
    .toSorted((left, right) => {
      if (left.first === undefined || right.first === undefined)
        return Number(left.first === undefined) - Number(right.first === undefined);
      return byPathAndMethod(left.first, right.first) || byText(left.part, right.part);
    })
    .map(({ part }) => part);
}

function byText(left: Part, right: Part): number {
  return canonicalYaml(left.document) < canonicalYaml(right.document) ? -1 : 1;
}

interface Place {
  readonly source: string;
  readonly pointer: string;
  /** Which source said first what stands at a pointer. */
  readonly saidBy: Map<string, string>;
}

/** Maps whose entries may come from different parts; everything else is one statement, equal or in conflict. */
const MAPS = [/^$/, /^\/(?:paths|webhooks|components)$/, /^\/(?:paths|webhooks|components)\/[^/]+$/];

function unite(into: JsonObject, from: JsonObject, place: Place): JsonObject {
  const united = new Map(Object.entries(into));
  refuseOneSided(into, from, place);
  for (const [key, value] of Object.entries(from)) {
    const pointer = below(place.pointer, key);
    const present = united.get(key);
    if (pointer === "/tags" && Array.isArray(value)) {
      united.set(key, uniteTags(Array.isArray(present) ? present : [], value, { ...place, pointer }));
    } else if (isObject(value) && MAPS.some((each) => each.test(pointer))) {
      united.set(key, unite(isObject(present) ? present : {}, value, { ...place, pointer }));
    } else if (present === undefined) {
      united.set(key, value);
      place.saidBy.set(pointer, place.source);
    } else {
      refuseConflict(present, value, { ...place, pointer });
    }
  }
  return Object.fromEntries(united);
}

function uniteTags(into: Json[], from: Json[], place: Place): Json[] {
  const united = [...into];
  for (const tag of from) {
    const name = isObject(tag) ? String(tag["name"]) : "";
    const pointer = below(place.pointer, name);
    const present = united.find((each) => isObject(each) && isObject(tag) && each["name"] === tag["name"]);
    if (present === undefined) {
      united.push(tag);
      place.saidBy.set(pointer, place.source);
    } else {
      refuseConflict(present, tag, { ...place, pointer });
    }
  }
  return united;
}

function refuseConflict(present: Json, value: Json, place: Place): void {
  const difference = firstDifference(present, value, place.pointer);
  if (difference !== undefined) throw conflict(place, difference);
}

/** Parameters and servers of a path hold for all its operations: present on one page, they must not be absent on another. */
function refuseOneSided(into: JsonObject, from: JsonObject, place: Place): void {
  if (!/^\/paths\/[^/]+$/.test(place.pointer) || Object.keys(into).length === 0) return;
  for (const key of ["parameters", "servers"]) {
    if (Object.hasOwn(into, key) === Object.hasOwn(from, key)) continue;
    const [other] = Object.keys(into).map((each) => `${place.pointer}/${each}`);
    const said = place.saidBy.get(`${place.pointer}/${key}`) ?? place.saidBy.get(other ?? "") ?? "another page";
    throw conflict({ ...place, saidBy: new Map([[place.pointer, said]]) }, `${place.pointer}/${key}`);
  }
}

function conflict(place: Place, difference: string): Problem {
  const said = place.saidBy.get(place.pointer) ?? "another page";
  return new Problem(
    `${said} and ${place.source} contradict each other at ${difference}. Pull pages of the same day, or leave one out.`,
  );
}

/** The root security that the merged document states, and who says so; undefined when no part does. */
function rootSecurity(parts: readonly Part[]): Json | undefined {
  let stated: { value: Json | undefined; source: string } | undefined;
  for (const { source, document } of parts) {
    if (isSecurityUnset(document)) continue;
    const value = document["security"];
    if (stated === undefined) stated = { value, source };
    else if (firstDifference(stated.value ?? [], value ?? []) !== undefined)
      throw conflict({ source, pointer: "", saidBy: new Map([["", stated.source]]) }, "/security");
    stated.value ??= value;
  }
  if (stated !== undefined) return stated.value;
  return parts.find(({ document }) => Object.hasOwn(document, "security"))?.document["security"];
}

/** Whether what the root says of security, if anything, applies to no operation and asks for nothing. */
export function isSecurityUnset(document: JsonObject): boolean {
  const security = document["security"] ?? [];
  if (Array.isArray(security) && security.length > 0) return false;
  return operationsOf(document).every((operation) => !reliesOnRoot(operation));
}

function withSecurity(document: JsonObject, security: Json | undefined): JsonObject {
  if (!Object.hasOwn(document, "security") || security === undefined) return document;
  return { ...document, security };
}
