import { below } from "@x/openapi";
import { compareContent } from "./content.ts";
import { compareDocumentation } from "../document/documentation.ts";
import type { Scope } from "../document/scope.ts";
import type { Place } from "../normal-form/side.ts";

/** Compares the request bodies of two operations. */
export function compareRequestBodies(scope: Scope, old: Place, next: Place): void {
  const before = scope.walk.old.resolve(old.value["requestBody"], below(old.pointer, "requestBody"));
  const after = scope.walk.next.resolve(next.value["requestBody"], below(next.pointer, "requestBody"));
  const had = old.value["requestBody"] !== undefined;
  const has = next.value["requestBody"] !== undefined;
  if (!had && !has) return;
  if (had && has) compareRequestBody(scope, before, after);
  else if (had) {
    scope.report("request-body-removed", below(old.pointer, "requestBody"), "The request body is gone.");
  } else {
    const required = after.value["required"] === true;
    scope.report(
      required ? "required-request-body-added" : "request-body-added",
      below(next.pointer, "requestBody"),
      `The operation takes a request body now${required ? ", and must have one" : ""}.`,
    );
  }
}

/** Compares two request bodies, once for all operations that share them. */
export function compareRequestBody(scope: Scope, old: Place, next: Place): void {
  scope.enter("request-body", old.pointer, next.pointer, (inner) => {
    compareDocumentation(inner, old, next, ["description"]);
    const before = old.value["required"] === true;
    const after = next.value["required"] === true;
    if (!before && after)
      inner.report("request-body-became-required", next.pointer, "The request body is required now.");
    if (before && !after)
      inner.report("request-body-became-optional", next.pointer, "The request body is no longer required.");
    compareContent(inner, old, next, "request");
  });
}
