import { below, isObject, type JsonObject, methods } from "@x/openapi";
import type { Place, Side } from "../document/side.ts";

/** An operation and what it inherits from its path. */
export interface Operation {
  /** What people call it: operationId, or method and path. */
  name: string;
  operationId: string | undefined;
  method: string;
  path: string;
  place: Place;
  item: Place;
}

/** All operations of a document. A path item may be a reference. */
export function listOperations(side: Side): Operation[] {
  const operations: Operation[] = [];
  const paths = side.document["paths"];
  for (const [path, value] of Object.entries(isObject(paths) ? paths : {})) {
    if (!path.startsWith("/")) continue;
    const item = side.resolve(value, below("/paths", path));
    for (const method of methods) {
      const operation = item.value[method];
      if (isObject(operation)) operations.push(describe(path, method, operation, item));
    }
  }
  return operations;
}

function describe(path: string, method: string, value: JsonObject, item: Place): Operation {
  const written = value["operationId"];
  const operationId = typeof written === "string" ? written : undefined;
  const place = { pointer: below(item.pointer, method), value };
  return { name: operationId ?? `${method.toUpperCase()} ${path}`, operationId, method, path, place, item };
}

export interface MatchedOperations {
  pairs: { old: Operation; next: Operation; moved: boolean }[];
  removed: Operation[];
  added: Operation[];
}

/**
 * Which operations are the same one: same method and path; then same method and path but for the parameters' names; then same
 * operationId, which is an operation that moved.
 */
export function matchOperations(old: readonly Operation[], next: readonly Operation[]): MatchedOperations {
  const removed = new Set(old);
  const added = new Set(next);
  const pairs: MatchedOperations["pairs"] = [];
  const pairUp = (key: (operation: Operation) => string | undefined, moved: boolean): void => {
    const candidates = new Map<string, Operation>();
    for (const operation of added) {
      const name = key(operation);
      if (name !== undefined && !candidates.has(name)) candidates.set(name, operation);
    }
    for (const before of removed) {
      const name = key(before);
      const after = name === undefined ? undefined : candidates.get(name);
      if (name === undefined || after === undefined) continue;
      pairs.push({ old: before, next: after, moved });
      candidates.delete(name);
      removed.delete(before);
      added.delete(after);
    }
  };
  pairUp(({ method, path }) => `${method} ${path}`, false);
  pairUp(({ method, path }) => `${method} ${templateShape(path)}`, false);
  pairUp(({ operationId }) => operationId, true);
  return { pairs, removed: [...removed], added: [...added] };
}

/** The names in a path template, in order. */
export function templateNames(path: string): string[] {
  return [...path.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? "");
}

function templateShape(path: string): string {
  return path.replaceAll(/\{[^{}]*\}/g, "{}");
}
