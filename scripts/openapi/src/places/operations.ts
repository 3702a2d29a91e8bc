import { isObject, type JsonObject } from "../json.ts";
import { follow } from "./follow.ts";
import { below } from "./pointer.ts";

/** The HTTP methods a path item may hold, in the order OpenAPI lists them. */
export const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"] as const;
export type Method = (typeof methods)[number];

export interface Operation {
  readonly method: Method;
  readonly path: string;
  readonly item: JsonObject;
  readonly operation: JsonObject;
  /** Where the operation is written (JSON pointer), also where its path item stands behind a `$ref`. */
  readonly pointer: string;
}

/** What an operation is called in messages and records: `GET /rooms/{room_id}`. */
export function operationId(operation: Pick<Operation, "method" | "path">): string {
  return `${operation.method.toUpperCase()} ${operation.path}`;
}

/** The path item of a path, also where it stands behind a `$ref`. */
export function pathItem(document: JsonObject, path: string): JsonObject | undefined {
  return itemAt(document, path)?.item;
}

function itemAt(document: JsonObject, path: string): { item: JsonObject; pointer: string } | undefined {
  const paths = document["paths"];
  if (!isObject(paths) || !Object.hasOwn(paths, path)) return undefined;
  const { value, pointer } = follow(document, paths[path], below("/paths", path));
  return isObject(value) ? { item: value, pointer } : undefined;
}

/** The operations of a document, in its own order. */
export function operationsOf(document: JsonObject): Operation[] {
  const found: Operation[] = [];
  for (const path of Object.keys(isObject(document["paths"]) ? document["paths"] : {})) {
    const { item, pointer } = itemAt(document, path) ?? {};
    if (item === undefined || pointer === undefined) continue;
    for (const key of Object.keys(item)) {
      const operation = item[key];
      const method = methods.find((each) => each === key);
      if (method !== undefined && isObject(operation))
        found.push({ method, path, item, operation, pointer: below(pointer, method) });
    }
  }
  return found;
}

/** Compares two operations by path, then in the order in which OpenAPI lists the methods. */
export function byPathAndMethod(left: Operation, right: Operation): number {
  if (left.path !== right.path) return left.path < right.path ? -1 : 1;
  return methods.indexOf(left.method) - methods.indexOf(right.method);
}

/** The document with its tags by name: in which order they are described is nothing that pages could agree on. */
export function tagsByName(document: JsonObject): JsonObject {
  if (!Array.isArray(document["tags"])) return document;
  const named = document["tags"].map((tag) => [isObject(tag) ? String(tag["name"]) : "", tag] as const);
  return { ...document, tags: Object.fromEntries(named) };
}

/** Whether an operation leaves its security to the document's root. */
export function reliesOnRoot(operation: Operation): boolean {
  return !Object.hasOwn(operation.operation, "security");
}
