import {
  below,
  isObject,
  keysOf,
  methods,
  objectOf,
  Problem,
  removeAt,
  walk,
  type Json,
  type JsonObject,
} from "@x/openapi";
import { faultsOf, type Fault } from "./faults.ts";
import type { Skipped } from "./skipped.ts";

/** A document of which all can be made, and what it has lost. */
export interface Sound {
  readonly document: JsonObject;
  readonly skipped: readonly Skipped[];
}

/**
 * A copy of the document without what has a fault: operations that reach one, however far, are left out by name, and so are
 * the components between. The rest does not know of it.
 *
 * @param source - the document's file, for messages
 * @param note - told of what is lost besides
 * @throws {Problem} when the servers or the security of all operations have a fault
 */
export function withoutFaults(given: JsonObject, source: string, note: (text: string) => void): Sound {
  const document = structuredClone(given);
  const skipped: Skipped[] = [];
  const faults = faultsOf(document, note);
  if (!faults.length) return { document, skipped };
  const spoilt = spoiltBy(document, faults);
  // What all operations are called by.
  const lines = ["/security", "/servers", "/paths"].flatMap((owner) => spoilt.get(owner) ?? []);
  if (lines.length) throw new Problem(lines.map(({ pointer, why }) => `${source}#${pointer}: ${why}.`).join("\n"));
  for (const [path, item] of Object.entries(document["paths"] as JsonObject)) {
    for (const method of methods.filter((each) => isObject(item) && item[each] !== undefined)) {
      const fault = spoilt.get(below("/paths", path, method)) ?? spoilt.get(below("/paths", path));
      if (!fault) continue;
      delete (item as JsonObject)[method];
      skipped.push({ operation: `${method.toUpperCase()} ${path}`, ...fault });
    }
  }
  for (const [owner, { why, pointer }] of spoilt) {
    const [root] = keysOf(owner);
    // What is left of a path is nobody's.
    if (root === "paths") {
      if (keysOf(owner).length === 2) removeAt(document, owner);
      continue;
    }
    removeAt(document, owner);
    if (root !== "components") note(`#${owner} is left out: ${why} (#${pointer}).`);
  }
  return { document, skipped };
}

/** The parts of a document that have a fault, or lead to one that has: each with the fault. */
function spoiltBy(document: JsonObject, faults: readonly Fault[]): Map<string, Fault> {
  const users = new Map<string, Set<string>>();
  for (const { pointer, reference } of walk(document, { follow: true })) {
    if (reference?.startsWith("#/") !== true) continue;
    const owner = ownerOf(below("", ...keysOf(reference)));
    const known = users.get(owner);
    if (known) known.add(ownerOf(pointer));
    else users.set(owner, new Set([ownerOf(pointer)]));
  }
  const spoilt = new Map<string, Fault>();
  const waiting = faults.map((fault): [string, Fault] => [ownerOf(fault.pointer), fault]);
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const [owner, fault] = next;
    if (spoilt.has(owner)) continue;
    spoilt.set(owner, fault);
    for (const user of users.get(owner) ?? []) waiting.push([user, fault]);
  }
  return spoilt;
}

/** The part of a document that can be left out on its own: an operation, a component, or what else stands at its root. */
function ownerOf(pointer: string): string {
  const keys = keysOf(pointer);
  const [root, , third = ""] = keys;
  const isOperation = root === "paths" && methods.some((method) => method === third);
  if (root === "components" || isOperation) return below("", ...keys.slice(0, 3));
  // A path, a webhook, or what a vendor keeps its operations in.
  return below("", ...keys.slice(0, /^(paths|webhooks|x-.*)$/.test(root ?? "") ? 2 : 1));
}

/** A copy of the document without these operations, and without paths that have none left. */
export function withoutOperations(document: JsonObject, skipped: readonly Skipped[]): JsonObject {
  const gone = new Set(skipped.map(({ operation }) => operation));
  const paths = Object.entries(document["paths"] as JsonObject).flatMap(([path, item]): [string, Json][] => {
    const members = Object.entries(objectOf(item)).filter(([key]) => !gone.has(`${key.toUpperCase()} ${path}`));
    const isCalled = members.some(([key]) => methods.some((method) => method === key));
    return isCalled ? [[path, Object.fromEntries(members)]] : [];
  });
  return { ...document, paths: Object.fromEntries(paths) };
}
