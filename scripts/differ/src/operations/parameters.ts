import { below, isObject, type Json } from "@x/openapi";
import { compareDeprecation, compareDocumentation } from "../document/documentation.ts";
import { compareContent } from "./content.ts";
import { type Operation, templateNames } from "./operation-list.ts";
import { compareEntry } from "../comparison/schema.ts";
import type { Scope } from "../document/scope.ts";
import { normOf } from "../normal-form/norm.ts";
import type { Node, Place, Side } from "../normal-form/side.ts";
import { show } from "../wording.ts";

/** Compares the parameters of two operations by place and name; those of the path count for each of its operations. */
export function compareParameters(scope: Scope, old: Operation, next: Operation): void {
  const before = parametersOf(scope.walk.old, old);
  const after = parametersOf(scope.walk.next, next);
  const removed: Place[] = [];
  for (const [key, parameter] of before) {
    const other = after.get(key);
    if (other === undefined) {
      if (!isUndescribed(parameter)) removed.push(parameter);
    } else compareParameter(scope, parameter, other);
  }
  for (const [key, parameter] of after) {
    if (before.has(key) || isUndescribed(parameter)) continue;
    const moved = removed.find(({ value }) => value["name"] === parameter.value["name"]);
    if (moved === undefined) reportAdded(scope, parameter);
    else {
      removed.splice(removed.indexOf(moved), 1);
      const text = `The parameter ${String(parameter.value["name"])} moved from ${String(moved.value["in"])} to ${String(parameter.value["in"])}.`;
      scope.report("parameter-moved", parameter.pointer, text);
    }
  }
  for (const parameter of removed) {
    scope.report("parameter-removed", parameter.pointer, `${spell(parameter)} is gone.`);
  }
}

/** Whether the path alone names a parameter: it comes and goes with the path. */
function isUndescribed({ pointer }: Place): boolean {
  return /^\/paths\/[^/]*$/.test(pointer);
}

function reportAdded(scope: Scope, parameter: Place): void {
  const required = isRequired(parameter);
  const text = `${spell(parameter)} is new${required ? " and required" : ""}.`;
  scope.report(required ? "required-parameter-added" : "parameter-added", parameter.pointer, text);
}

/** Headers that OpenAPI ignores as parameters: they follow from media types and security. */
const IGNORED = new Set(["header accept", "header content-type", "header authorization"]);

/**
 * Parameters by what identifies them. Path parameters: their position in the template, so that a new name is seen as one; a
 * name in the template that nothing describes is a text, and a description of what the template does not name is nothing.
 */
function parametersOf(side: Side, operation: Operation): Map<string, Place> {
  const positions = templateNames(operation.path);
  const parameters = new Map<string, Place>();
  for (const { pointer, value } of [operation.item, operation.place]) {
    const written = value["parameters"];
    for (const [index, entry] of (Array.isArray(written) ? written : []).entries()) {
      const parameter = side.resolve(entry, below(pointer, "parameters", index));
      const name = String(parameter.value["name"]);
      const place = parameter.value["in"];
      // Header names have no case.
      const key = `${String(place)} ${place === "header" ? name.toLowerCase() : name}`;
      if (place === "path") {
        if (positions.includes(name)) parameters.set(`path ${positions.indexOf(name)}`, parameter);
      } else if (!IGNORED.has(key)) parameters.set(key, parameter);
    }
  }
  for (const [index, name] of positions.entries()) {
    const value = { name, in: "path", required: true, schema: { type: "string" } };
    if (!parameters.has(`path ${index}`))
      parameters.set(`path ${index}`, { pointer: below("/paths", operation.path), value });
  }
  return parameters;
}

/** Compares two parameters, once for all operations that share them. */
export function compareParameter(scope: Scope, old: Place, next: Place): void {
  scope.enter("parameter", old.pointer, next.pointer, (inner) => {
    const name = spell(next);
    if (old.value["name"] !== next.value["name"] && next.value["in"] === "header")
      inner.report(
        "header-parameter-renamed",
        next.pointer,
        `${spell(old)} is written ${String(next.value["name"])} now.`,
      );
    compareDocumentation(inner, old, next, ["description"]);
    compareDeprecation(inner, old, next, name);
    if (!isRequired(old) && isRequired(next)) {
      inner.report("parameter-became-required", next.pointer, `${name} is required now.`);
    }
    if (isRequired(old) && !isRequired(next)) {
      inner.report("parameter-became-optional", next.pointer, `${name} is no longer required.`);
    }
    compareEmptyValues(inner, old, next);
    if (isObject(old.value["content"]) !== isObject(next.value["content"])) {
      inner.report("parameter-content-changed", next.pointer, `${name} is written in another way now.`);
    } else if (isObject(next.value["content"])) {
      compareContent(inner, old, next, "request");
    } else {
      compareSerialization(inner, old, next);
      const before = inner.walk.old.node(old.value["schema"], below(old.pointer, "schema"));
      const after = inner.walk.next.node(next.value["schema"], below(next.pointer, "schema"));
      compareEntry(inner, before, after);
      if (isDate(before) && !isDate(after))
        inner.report("parameter-no-date", next.pointer, `${name} does not take a Date any more.`);
    }
  });
}

/** The generated client takes a Date for such a parameter. */
function isDate(node: Node): boolean {
  const { byKind } = normOf(node);
  const texts = byKind.get("string") ?? [];
  return texts.length > 0 && texts.every(({ formats }) => formats.includes("date") || formats.includes("date-time"));
}

function isRequired({ value }: Place): boolean {
  return value["in"] === "path" || value["required"] === true;
}

function compareEmptyValues(scope: Scope, old: Place, next: Place): void {
  const before = old.value["allowEmptyValue"] === true;
  const after = next.value["allowEmptyValue"] === true;
  if (before === after) return;
  const kind = after ? "parameter-empty-value-allowed" : "parameter-empty-value-refused";
  const where = below(next.value["allowEmptyValue"] === undefined ? old.pointer : next.pointer, "allowEmptyValue");
  scope.report(kind, where, `${spell(next)} ${after ? "may" : "must not"} be empty now.`);
}

/** `style`, `explode` and `allowReserved`, spelt out or not. */
function compareSerialization(scope: Scope, old: Place, next: Place): void {
  // What is sent is what OLD describes: of one value there is nothing to explode.
  const { byKind } = normOf(scope.walk.old.node(old.value["schema"], below(old.pointer, "schema")));
  const isSingle = byKind.size === 6 || (!byKind.has("array") && !byKind.has("object"));
  const [before, after] = [serializationOf(old, isSingle), serializationOf(next, isSingle)];
  for (const keyword of ["style", "explode", "allowReserved"] as const) {
    if (before[keyword] === after[keyword]) continue;
    const where = below(next.value[keyword] === undefined ? old.pointer : next.pointer, keyword);
    const text = `The ${keyword} of ${spell(next).replace("The", "the")} was ${show(before[keyword])} and is ${show(after[keyword])} now.`;
    scope.report("parameter-serialization-changed", where, text);
  }
}

/** The defaults are those of OpenAPI 3.1, "Parameter Object". */
function serializationOf({ value }: Place, isSingle: boolean): { style: Json; explode: Json; allowReserved: Json } {
  const style = value["style"] ?? (value["in"] === "query" || value["in"] === "cookie" ? "form" : "simple");
  const isOfQuery = value["in"] === "query" || value["in"] === "cookie";
  return {
    // All styles of a query write one value in one way.
    style: isSingle && isOfQuery ? "form" : style,
    // A deep object has one form, whatever is said.
    explode: isSingle || style === "deepObject" ? null : (value["explode"] ?? style === "form"),
    allowReserved: value["in"] === "query" && value["allowReserved"] === true,
  };
}

function spell({ value }: Place): string {
  return `The ${String(value["in"])} parameter ${String(value["name"])}`;
}
