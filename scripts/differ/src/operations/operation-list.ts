import { serversOf } from "./server-urls.ts";
import { below, isObject, methods, withoutEndSlashes } from "@x/openapi";
import type { Place, Side } from "../normal-form/side.ts";

/** An operation and what it inherits from its path. */
export interface Operation {
  /** What people call it: operationId, or method and path. */
  name: string;
  operationId: string | undefined;
  method: string;
  path: string;
  place: Place;
  item: Place;
  /** The path below the host: that of the first server is part of it. */
  full: string;
}

/** All operations of a document. A path item may be a reference. */
export function listOperations(side: Side): Operation[] {
  const operations: Operation[] = [];
  const paths = side.document["paths"];
  for (const [path, value] of Object.entries(isObject(paths) ? paths : {})) {
    if (!path.startsWith("/")) continue;
    const item = side.resolve(value, below("/paths", path));
    for (const method of methods) {
      if (!isObject(item.value[method])) continue;
      const place = side.resolve(item.value[method], below(item.pointer, method));
      operations.push(describe(side, path, method, place, item));
    }
  }
  return operations;
}

function describe(side: Side, path: string, method: string, place: Place, item: Place): Operation {
  const written = place.value["operationId"];
  const operationId = typeof written === "string" ? written : undefined;
  const name = operationId ?? `${method.toUpperCase()} ${path}`;
  const [first] = serversOf(side, { item, place }).urls;
  const full = `${pathOf(first ?? "/")}${path}`;
  return { name, operationId, method, path, place, item, full };
}

function pathOf(url: string): string {
  return withoutEndSlashes(url.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, ""));
}

export interface MatchedOperations {
  pairs: { old: Operation; next: Operation; moved: "no" | "base" | "yes" }[];
  removed: Operation[];
  added: Operation[];
}

/**
 * Which operations are the same one: same method and path; then same method and path but for the parameters' names; then the
 * same below the host, where a part of the path moved to or from the server; then same operationId, which is an operation
 * that moved.
 */
export function matchOperations(old: readonly Operation[], next: readonly Operation[]): MatchedOperations {
  const removed = new Set(old);
  const added = new Set(next);
  const pairs: MatchedOperations["pairs"] = [];
  const pairUp = (key: (operation: Operation) => string | undefined, moved: "no" | "base" | "yes"): void => {
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
  pairUp(({ method, path }) => `${method} ${path}`, "no");
  pairUp(({ method, path }) => `${method} ${templateShape(path)}`, "no");
  pairUp(({ method, full }) => `${method} ${templateShape(full)}`, "base");
  pairUp(({ operationId }) => operationId, "yes");
  return { pairs, removed: [...removed], added: [...added] };
}

/** The names in a path template, in order. */
export function templateNames(path: string): string[] {
  return [...path.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? "");
}

function templateShape(path: string): string {
  return path.replaceAll(/\{[^{}]*\}/g, "{}");
}
