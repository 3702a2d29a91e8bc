import { below } from "@x/openapi";
import { compareCallbacks } from "./webhooks.ts";
import { compareDeprecation, compareDocumentation } from "../document/documentation.ts";
import { type MatchedOperations, type Operation, templateNames } from "./operation-list.ts";
import { compareParameters } from "./parameters.ts";
import { compareRequestBodies } from "./request-body.ts";
import { compareResponses } from "./responses.ts";
import type { Scope, Walk } from "../document/scope.ts";
import { compareSecurity } from "./security.ts";
import { compareServers } from "./servers.ts";

/** Compares all operations and whatever they use. */
export function compareOperations(walk: Walk, { pairs, removed, added }: MatchedOperations): void {
  for (const operation of removed) {
    const scope = walk.root(`removed ${operation.place.pointer}`, "request", operation.name);
    scope.report("operation-removed", operation.place.pointer, `${spell(operation)} is gone.`);
  }
  for (const operation of added) {
    const scope = walk.root(`added ${operation.place.pointer}`, "request", operation.name);
    scope.report("operation-added", operation.place.pointer, `${spell(operation)} is new.`);
  }
  for (const { old, next, moved } of pairs) {
    const scope = walk.root(`operation ${next.place.pointer}`, "request", next.name);
    comparePath(scope, old, next, moved);
    compareIds(scope, old, next);
    compareDeprecation(scope, old.place, next.place, "The operation");
    compareDocumentation(scope, old.item, next.item);
    compareDocumentation(scope, old.place, next.place, ["summary", "description", "externalDocs", "tags"]);
    compareServers(scope, old, next);
    compareSecurity(scope, old, next);
    compareParameters(scope, old, next);
    compareRequestBodies(scope, old.place, next.place);
    compareResponses(scope.toward("response"), old.place, next.place);
    const where = below(next.place.pointer, "callbacks");
    compareCallbacks(scope, old.place.value["callbacks"], next.place.value["callbacks"], where);
  }
}

function comparePath(scope: Scope, old: Operation, next: Operation, moved: "no" | "base" | "yes"): void {
  if (moved === "base") {
    const text = `The path ${old.path} is ${next.path} now, and the server's path the rest of it.`;
    scope.report("base-path-moved", next.place.pointer, text);
  }
  if (moved === "yes") {
    const text = `The operation moved from ${method(old)} to ${method(next)}.`;
    scope.report("operation-moved", next.place.pointer, text);
    return;
  }
  const before = templateNames(old.path);
  const after = templateNames(next.path);
  for (const [index, name] of after.entries()) {
    const former = before[index];
    if (former === undefined || former === name) continue;
    const text = `The path parameter ${former} is called ${name} now.`;
    scope.report("path-parameter-renamed", below("/paths", next.path), text);
  }
}

function compareIds(scope: Scope, old: Operation, next: Operation): void {
  if (old.operationId === next.operationId) return;
  const where = next.operationId === undefined ? next.place.pointer : below(next.place.pointer, "operationId");
  const text = `The operation was called ${old.operationId ?? "nothing"} and is called ${next.operationId ?? "nothing"} now.`;
  scope.report("operation-renamed", where, text);
}

function spell(operation: Operation): string {
  const deprecated = operation.place.value["deprecated"] === true ? "deprecated " : "";
  return `The ${deprecated}operation ${method(operation)}`;
}

function method(operation: Operation): string {
  return `${operation.method.toUpperCase()} ${operation.path}`;
}
