import { isObject, type Json, type JsonObject } from "./json.ts";
import { methods, operationsOf, pathItem, type Method } from "./places/operations.ts";
import { reach } from "./places/reach.ts";

/**
 * The part of a document that holds the wanted operations and all they reach, in the document's own order. A part that
 * points at nothing stays as it is; {@link danglingOf} reports it.
 *
 * @param wanted - says of each operation whether it stays
 */
export function slice(document: JsonObject, wanted: (method: Method, path: string) => boolean): JsonObject {
  const paths: [string, Json][] = [];
  for (const path of Object.keys(document["paths"] as JsonObject)) {
    const item = pathItem(document, path) ?? {};
    const kept = Object.entries(item).filter(([key]) => !isMethod(key) || wanted(key, path));
    if (kept.some(([key]) => isMethod(key))) paths.push([path, Object.fromEntries(kept)]);
  }
  const root: JsonObject = { ...document, paths: Object.fromEntries(paths) };
  // Webhooks are no operations. Before 3.1 had them, Redoc's extension did.
  delete root["webhooks"];
  delete root["x-webhooks"];
  const used = usedByOperations(root);
  keepTags(root);
  keepComponents(root, used);
  return root;
}

/** What in a document points at nothing: each reference by the JSON pointer of where it stands. */
export function danglingOf(document: JsonObject): Map<string, string> {
  return reach(document).dangling;
}

function isMethod(key: string): key is Method {
  return methods.includes(key as Method);
}

/** The components that a document uses outside of them, each as `kind/name`; those that its extensions name among them. */
export function usedByOperations(document: JsonObject): Set<string> {
  return reach(document, { extensions: true, skip: ({ role }) => role === "components" }).components;
}

/** Leaves only the descriptions of tags that some operation still carries. */
function keepTags(root: JsonObject): void {
  if (!Array.isArray(root["tags"])) return;
  const used = new Set(operationsOf(root).flatMap(({ operation }) => operation["tags"] ?? []));
  const kept = root["tags"].filter((tag) => isObject(tag) && used.has(tag["name"] ?? null));
  if (kept.length > 0) root["tags"] = kept;
  else delete root["tags"];
}

/** Leaves only the components named as `kind/name`. */
export function keepComponents(root: JsonObject, used: ReadonlySet<string>): void {
  if (!isObject(root["components"])) return;
  const kinds: [string, Json][] = [];
  for (const [kind, entries] of Object.entries(root["components"])) {
    if (!isObject(entries)) continue;
    const kept = Object.entries(entries).filter(([name]) => used.has(`${kind}/${name}`));
    if (kept.length > 0) kinds.push([kind, Object.fromEntries(kept)]);
  }
  if (kinds.length > 0) root["components"] = Object.fromEntries(kinds);
  else delete root["components"];
}
