import { below, isObject, type Json, methods, objectOf, ownOf } from "@x/openapi";
import { compareEntry } from "../comparison/schema.ts";
import type { Place, Side } from "../normal-form/side.ts";
import { compareRequestBodies } from "./request-body.ts";
import { compareResponses } from "./responses.ts";
import { compareDeprecation, compareDocumentation } from "../document/documentation.ts";
import type { Scope } from "../document/scope.ts";

/** Compares what the vendor sends by itself, by name and method: there it is the sender, and whoever is called answers. */
export function compareWebhooks(scope: Scope, old: Json | undefined, next: Json | undefined): void {
  compareItems(scope, "webhook", old, next, "/webhooks", "/webhooks");
}

/** Compares the requests that the vendor makes in the course of an operation, by name and URL. */
export function compareCallbacks(scope: Scope, old: Json | undefined, next: Json | undefined, where: string): void {
  for (const name of new Set([...Object.keys(objectOf(old)), ...Object.keys(objectOf(next))])) {
    const pointer = below(where, name);
    const [written, now] = [ownOf(objectOf(old), name), ownOf(objectOf(next), name)];
    if (written === undefined || now === undefined) {
      reportExistence(scope, "callback", pointer, name, now !== undefined);
      continue;
    }
    const [before, after] = [scope.walk.old.resolve(written, pointer), scope.walk.next.resolve(now, pointer)];
    compareItems(scope, "callback", before.value, after.value, before.pointer, after.pointer);
  }
}

function compareItems(
  scope: Scope,
  noun: "callback" | "webhook",
  old: Json | undefined,
  next: Json | undefined,
  oldPointer: string,
  nextPointer: string,
): void {
  const report = (where: string, what: string): void => scope.report(`${noun}-changed`, where, `The ${noun} ${what}.`);
  for (const name of new Set([...Object.keys(objectOf(old)), ...Object.keys(objectOf(next))])) {
    if (name.startsWith("x-")) continue;
    const [written, now] = [ownOf(objectOf(old), name), ownOf(objectOf(next), name)];
    const pointer = below(nextPointer, name);
    if (written === undefined || now === undefined) {
      reportExistence(scope, noun, pointer, name, now !== undefined);
      continue;
    }
    const [before, after] = [
      scope.walk.old.resolve(written, below(oldPointer, name)),
      scope.walk.next.resolve(now, pointer),
    ];
    for (const method of methods) {
      const [had, has] = [before.value[method], after.value[method]].map(isObject);
      if (had !== has)
        report(
          below(after.pointer, method),
          `${name} ${has ? "is sent" : "is no longer sent"} by ${method.toUpperCase()}`,
        );
      if (!had || !has) continue;
      const one = scope.walk.old.resolve(before.value[method], below(before.pointer, method));
      const other = scope.walk.next.resolve(after.value[method], below(after.pointer, method));
      compareDocumentation(scope, one, other);
      compareDeprecation(scope, one, other, `The ${noun} ${name}`);
      // What is sent here reaches our users as responses do, and what they answer is taken as requests are.
      compareSentParameters(scope.toward("response"), noun, name, before, one, after, other);
      compareRequestBodies(scope.toward("response"), one, other);
      compareResponses(scope.toward("request"), one, other);
      if (!hasBody(scope.walk.old, one) && hasBody(scope.walk.next, other))
        report(below(after.pointer, method, "responses"), `${name} is to be answered with a body now`);
    }
  }
}

function reportExistence(
  scope: Scope,
  noun: "callback" | "webhook",
  where: string,
  name: string,
  isThere: boolean,
): void {
  scope.report(
    `${noun}-${isThere ? "added" : "removed"}`,
    where,
    `The ${noun} ${name} is ${isThere ? "new" : "gone"}.`,
  );
}

/** Whether whoever is called has to answer with a body. */
function hasBody(side: Side, operation: Place): boolean {
  return Object.entries(objectOf(operation.value["responses"])).some(([status, response]) => {
    const { value } = side.resolve(response, below(operation.pointer, "responses", status));
    return status.startsWith("2") && Object.keys(objectOf(value["content"])).length > 0;
  });
}

/** Compares the parameters that the vendor sends with a request of its own. */
function compareSentParameters(
  scope: Scope,
  noun: string,
  name: string,
  oldItem: Place,
  old: Place,
  nextItem: Place,
  next: Place,
): void {
  const before = sentBy(scope.walk.old, oldItem, old);
  const after = sentBy(scope.walk.next, nextItem, next);
  for (const [key, parameter] of before) {
    const other = after.get(key);
    if (other === undefined) {
      scope.report("webhook-changed", parameter.pointer, `The ${noun} ${name} comes without the ${key} now.`);
      continue;
    }
    const isRequired = [parameter, other].map(({ value }) => value["required"] === true);
    if (isRequired[0] && !isRequired[1])
      scope.report("webhook-changed", other.pointer, `The ${noun} ${name} may come without the ${key} now.`);
    compareEntry(
      scope,
      scope.walk.old.node(parameter.value["schema"], below(parameter.pointer, "schema")),
      scope.walk.next.node(other.value["schema"], below(other.pointer, "schema")),
    );
  }
  for (const [key, { pointer }] of after)
    if (!before.has(key))
      scope.report("webhook-parameter-added", pointer, `The ${noun} ${name} comes with the ${key} now.`);
}

function sentBy(side: Side, item: Place, operation: Place): Map<string, Place> {
  const parameters = new Map<string, Place>();
  for (const { value, pointer } of [item, operation]) {
    for (const [index, written] of (Array.isArray(value["parameters"]) ? value["parameters"] : []).entries()) {
      const parameter = side.resolve(written, below(pointer, "parameters", index));
      const [name, place] = [String(parameter.value["name"]), String(parameter.value["in"])];
      parameters.set(`${place} parameter ${place === "header" ? name.toLowerCase() : name}`, parameter);
    }
  }
  return parameters;
}
