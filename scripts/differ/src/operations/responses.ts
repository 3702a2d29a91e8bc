import { below } from "@x/openapi";
import { compareContent } from "./content.ts";
import { compareDocumentation } from "../document/documentation.ts";
import { compareHeaders } from "./headers.ts";
import type { Scope } from "../document/scope.ts";
import { objectAt, type Place, type Side } from "../normal-form/side.ts";

/** Compares the responses of two operations by status. */
export function compareResponses(outward: Scope, oldOperation: Place, nextOperation: Place): void {
  const old = responsesOf(outward.walk.old, oldOperation);
  const next = responsesOf(outward.walk.next, nextOperation);
  let removed = [...old.keys()].filter((status) => !next.has(status));
  let added = [...next.keys()].filter((status) => !old.has(status));
  const [was, is] = [loneSuccess(old), loneSuccess(next)];
  const given = added.filter(isSuccess);
  const taken = removed.filter(isSuccess);
  // A default that was the success stands for errors beside one that is written out.
  const isDeclared = was !== undefined && is === undefined && given.length === 1;
  const isUndeclared = is !== undefined && was === undefined && taken.length === 1;
  for (const [status, { place }] of old) {
    const other = next.get(status);
    if (other !== undefined && !((isDeclared || isUndeclared) && status === "DEFAULT"))
      compareResponse(outward, place, other.place);
  }
  if (isDeclared || isUndeclared) {
    const [before = "", after = ""] = isDeclared ? [was, given[0]] : [taken[0], is];
    compareResponse(outward, required(old, before), required(next, after));
    const text = `The success, once ${before}, is ${after} now.`;
    outward.report(
      isDeclared ? "success-status-declared" : "success-status-undeclared",
      next.get(after)?.pointer ?? "",
      text,
    );
    removed = removed.filter((each) => each !== before);
    added = added.filter((each) => each !== after);
    if (isDeclared && next.has("DEFAULT")) added.push("DEFAULT");
    if (isUndeclared && old.has("DEFAULT")) removed.push("DEFAULT");
  }
  compareReplacedSuccess(outward, old, next, removed, added);
  for (const status of removed) {
    const range = rangeOf(status, next);
    const where = old.get(status)?.pointer ?? "";
    if (range !== undefined) {
      compareResponse(outward, required(old, status), required(next, range));
      const text = `The response ${status} is documented as part of ${range} now.`;
      outward.report("status-merged-into-range", where, text);
    } else if (isSuccess(status)) outward.report("success-status-removed", where, `The success ${status} is gone.`);
    else outward.report("error-status-removed", where, `The error ${status} is gone.`);
  }
  for (const status of added) {
    const range = rangeOf(status, old);
    const where = next.get(status)?.pointer ?? "";
    if (range !== undefined) {
      compareResponse(outward, required(old, range), required(next, status));
      const text = `The response ${status} was documented as part of ${range}.`;
      outward.report("status-split-from-range", where, text);
    } else if (isSuccess(status)) outward.report("success-status-added", where, `The success ${status} is new.`);
    else outward.report("error-status-added", where, `The error ${status} is new.`);
  }
}

interface Response {
  pointer: string;
  place: Place;
}

function responsesOf(side: Side, operation: Place): Map<string, Response> {
  const responses = new Map<string, Response>();
  for (const [status, value] of Object.entries(objectAt(operation.value, "responses"))) {
    if (status.startsWith("x-")) continue;
    const pointer = below(operation.pointer, "responses", status);
    // Ranges are written `4XX`; some write `4xx`.
    responses.set(status.toUpperCase(), { pointer, place: side.resolve(value, pointer) });
  }
  return responses;
}

/** A `default` that stands for the success, since nothing else does. */
function loneSuccess(responses: ReadonlyMap<string, Response>): string | undefined {
  return responses.has("DEFAULT") && ![...responses.keys()].some(isSuccess) ? "DEFAULT" : undefined;
}

/** One success instead of another reads as one change, and their bodies are the same thing. Takes both off the lists. */
function compareReplacedSuccess(
  scope: Scope,
  old: Map<string, Response>,
  next: Map<string, Response>,
  removed: string[],
  added: string[],
): void {
  const [before, ...moreRemoved] = removed.filter(isSuccess);
  const [after, ...moreAdded] = added.filter(isSuccess);
  if (before === undefined || after === undefined || moreRemoved.length + moreAdded.length > 0) return;
  const ranged = before.endsWith("XX") || after.endsWith("XX") || next.has("2XX") || old.has("2XX");
  if (ranged) return;
  scope.report("success-status-changed", next.get(after)?.pointer ?? "", `The success ${before} is ${after} now.`);
  compareResponse(scope, required(old, before), required(next, after));
  removed.splice(removed.indexOf(before), 1);
  added.splice(added.indexOf(after), 1);
}

function required(responses: Map<string, Response>, status: string): Place {
  return responses.get(status)?.place ?? { pointer: "", value: {} };
}

/** The documented range that a status falls into: `4XX` for 404. `default` is no range: it stands for errors nobody names. */
function rangeOf(status: string, responses: Map<string, Response>): string | undefined {
  const range = `${status.slice(0, 1)}XX`;
  return /^\d{3}$/.test(status) && responses.has(range) ? range : undefined;
}

function isSuccess(status: string): boolean {
  return status.startsWith("2");
}

/** Compares two responses, once for all operations that share them. */
export function compareResponse(scope: Scope, old: Place, next: Place): void {
  scope.enter("response", old.pointer, next.pointer, (inner) => {
    compareDocumentation(inner, old, next, ["summary", "description", "links"]);
    compareHeaders(inner, old, next);
    compareContent(inner, old, next, "response");
  });
}
