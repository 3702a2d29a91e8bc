import { below, isObject, type Json, methods, objectOf } from "@x/openapi";
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
    const [written, now] = [objectOf(old)[name], objectOf(next)[name]];
    if (written === undefined || now === undefined) {
      scope.report("callback-changed", pointer, `The callback ${name} ${now === undefined ? "is gone" : "is new"}.`);
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
    const [written, now] = [objectOf(old)[name], objectOf(next)[name]];
    const pointer = below(nextPointer, name);
    if (written === undefined || now === undefined) {
      report(pointer, `${name} ${now === undefined ? "is gone" : "is new"}`);
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
      compareRequestBodies(scope.toward("response"), one, other);
      compareResponses(scope.toward("request"), one, other);
    }
  }
}
