import {
  firstDifference,
  isObject,
  parseOpenApi,
  type JsonObject,
  operationId,
  operationsOf,
  tagsByName,
} from "@x/openapi";

/** What differs between two documents, a line each, by operation and component: enough to see what a pull brings. */
export function summaryOf(before: string, after: string): string[] {
  const old = tagsByName(parseOpenApi(before, "the present document"));
  const fresh = tagsByName(parseOpenApi(after, "the pulled document"));
  const lines = compare(entitiesOf(old), entitiesOf(fresh));
  for (const key of new Set([...Object.keys(old), ...Object.keys(fresh)])) {
    if (key !== "paths" && key !== "components" && firstDifference(old[key], fresh[key]) !== undefined)
      lines.push(`~ ${key}`);
  }
  return lines;
}

function compare(old: ReadonlyMap<string, JsonObject>, fresh: ReadonlyMap<string, JsonObject>): string[] {
  const lines: string[] = [];
  for (const [name, value] of fresh) {
    if (!old.has(name)) lines.push(`+ ${name}`);
    else if (firstDifference(old.get(name), value) !== undefined) lines.push(`~ ${name}`);
  }
  for (const name of old.keys()) if (!fresh.has(name)) lines.push(`- ${name}`);
  return lines;
}

function entitiesOf(document: JsonObject): Map<string, JsonObject> {
  const entities = new Map<string, JsonObject>();
  for (const each of operationsOf(document)) {
    // What the path says for all its methods is part of each of them.
    const { parameters = [], servers = [] } = each.item;
    entities.set(operationId(each), { operation: each.operation, parameters, servers });
  }
  const components = isObject(document["components"]) ? document["components"] : {};
  for (const [kind, entries] of Object.entries(components)) {
    for (const [name, value] of Object.entries(isObject(entries) ? entries : {}))
      entities.set(`${kind}/${name}`, { value });
  }
  return entities;
}
