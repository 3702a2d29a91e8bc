import {
  below,
  firstDifference,
  isObject,
  objectOf,
  type Json,
  type JsonObject,
  Problem,
  byPathAndMethod,
  operationId,
  operationsOf,
  pathItem,
  reliesOnRoot,
  type Operation,
  reach,
  keepComponents,
  slice,
  usedByOperations,
} from "@x/openapi";
import { isSecurityUnset, merge } from "./merge.ts";
import type { Part } from "./merge.ts";

/**
 * The present document with newly pulled parts put over it: what they say of shared things (components, info, servers,
 * tags) holds for all, and an operation that none of them mentions stays.
 *
 * @throws {Problem} when the parts contradict each other, or change a root security that an operation which stays relies on
 */
export function mergeOver(present: Part, parts: readonly Part[]): JsonObject {
  const pulled = merge(parts);
  const mentioned = new Set(operationsOf(pulled).map(operationId));
  const kept = operationsOf(present.document).filter((each) => !mentioned.has(operationId(each)));
  if (kept.length === 0) return pulled;
  refuseSharedChange(present, pulled, kept);
  const overlaid = overlay(present.document, pulled);
  const staying = kept.toSorted(byPathAndMethod).map((each) => ({
    source: present.source,
    document: slice(overlaid, (method, path) => method === each.method && path === each.path),
  }));
  // Split by operation, as pages are: so the order of the result does not depend on what was pulled when.
  const fresh = operationsOf(pulled).map((each) => ({
    source: "the pulled pages",
    document: slice(pulled, (method, path) => method === each.method && path === each.path),
  }));
  return merge([...staying, ...fresh, unreached(present, pulled, overlaid)]);
}

/** An operation that stays must still mean what it meant under the new root. */
function refuseSharedChange(present: Part, pulled: JsonObject, kept: readonly Operation[]): void {
  const advice = "Pull its page as well, or everything with --complete.";
  const [before, after] = [present.document["openapi"], pulled["openapi"]].map((each) => String(each).slice(0, 3));
  if (before !== after)
    throw new Problem(
      `${present.source} is OpenAPI ${before} and what is pulled ${after}: they do not mix. Pull everything with --complete.`,
    );
  const relying = kept.find(reliesOnRoot);
  if (relying === undefined || isSecurityUnset(pulled)) return;
  if (firstDifference(present.document["security"] ?? [], pulled["security"] ?? []) === undefined) return;
  throw new Problem(
    `What is pulled changes /security, which ${operationId(relying)} of ${present.source} relies on. ${advice}`,
  );
}

/** What no operation reaches is there by the vendor's wish, and stays. What only a replaced operation used goes. */
function unreached(present: Part, pulled: JsonObject, overlaid: JsonObject): Part {
  const before = usedByOperations(present.document);
  const orphans = namesOf(present.document).filter((name) => !before.has(name));
  const from = [...orphans, ...namesOf(pulled)].map((name) => ({ pointer: componentPointer(name) }));
  const document: JsonObject = { ...overlaid, paths: {} };
  const used = reach(document, { from, extensions: true }).components;
  keepComponents(document, new Set([...orphans, ...namesOf(pulled), ...used]));
  return { source: present.source, document };
}

function namesOf(document: JsonObject): string[] {
  return Object.entries(objectOf(document["components"])).flatMap(([kind, entries]) =>
    isObject(entries) ? Object.keys(entries).map((name) => `${kind}/${name}`) : [],
  );
}

function componentPointer(name: string): string {
  const slash = name.indexOf("/");
  return below("/components", name.slice(0, slash), name.slice(slash + 1));
}

function overlay(present: JsonObject, pulled: JsonObject): JsonObject {
  const result: JsonObject = { ...present, ...pulled };
  if (isSecurityUnset(pulled) && present["security"] !== undefined) result["security"] = present["security"];
  const tags = overlaidTags(present["tags"], pulled["tags"]);
  if (tags.length > 0) result["tags"] = tags;
  const components = new Map(Object.entries(objectOf(present["components"])));
  for (const [kind, entries] of Object.entries(objectOf(pulled["components"])))
    components.set(kind, { ...objectOf(components.get(kind)), ...(entries as JsonObject) });
  result["components"] = Object.fromEntries(components);
  const paths = new Map(Object.entries(objectOf(present["paths"])));
  for (const path of Object.keys(objectOf(pulled["paths"]))) {
    const before = pathItem(present, path);
    const item = pathItem(pulled, path) ?? {};
    paths.set(path, before === undefined ? item : overlaidItem(before, item));
  }
  result["paths"] = Object.fromEntries(paths);
  return result;
}

function overlaidTags(present: Json | undefined, pulled: Json | undefined): Json[] {
  const fresh = Array.isArray(pulled) ? pulled : [];
  const names = new Set(fresh.map(nameOf));
  const kept = Array.isArray(present) ? present.filter((tag) => !names.has(nameOf(tag))) : [];
  return [...kept, ...fresh];
}

/** A path's own parameters and servers are the new ones. An operation that stays takes the old ones into itself. */
function overlaidItem(before: JsonObject, item: JsonObject): JsonObject {
  const { parameters, servers, ...rest } = before;
  const operations = new Map(Object.entries(rest));
  for (const [key, operation] of operations) {
    if (Object.hasOwn(item, key) || !isObject(operation)) continue;
    const own: JsonObject = { ...operation };
    if (Array.isArray(parameters) && firstDifference(parameters, item["parameters"]) !== undefined)
      own["parameters"] = withInherited(own["parameters"], parameters);
    if (servers !== undefined && firstDifference(servers, item["servers"]) !== undefined) own["servers"] ??= servers;
    operations.set(key, own);
  }
  return { ...Object.fromEntries(operations), ...item };
}

function withInherited(own: Json | undefined, inherited: Json[]): Json[] {
  const kept = Array.isArray(own) ? own : [];
  const names = new Set(kept.map(nameAndPlace));
  return [...inherited.filter((each) => !names.has(nameAndPlace(each))), ...kept];
}

function nameOf(tag: Json): string {
  return isObject(tag) ? String(tag["name"]) : "";
}

function nameAndPlace(parameter: Json): string {
  return isObject(parameter) ? JSON.stringify([parameter["name"], parameter["in"], parameter["$ref"]]) : "";
}
