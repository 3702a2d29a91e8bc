import { isDeepStrictEqual } from "node:util";
import { compareBounds, type Written } from "./constraint-values.ts";
import { isUnknownKeyword, lowerBounds, opaqueKeywords, upperBounds } from "./keywords.ts";
import type { SchemaKind } from "../rules.ts";
import type { Scope } from "../document/scope.ts";
import type { Shape } from "./shape.ts";
import { show } from "../wording.ts";

type Trend = "tightened" | "loosened" | "changed";

/** Formats whose values all have the wider one too. */
const widerFormat: Record<string, string> = { int32: "int64", float: "double" };

/** Keywords that are compared as they are. */
const exact = new Set(["format", "pattern", "multipleOf", "uniqueItems"]);

/** Compares formats, patterns, limits, defaults and all keywords without an order. */
export function compareConstraints(scope: Scope, old: Shape, next: Shape): void {
  for (const keyword of new Set([...old.written.keys(), ...next.written.keys()])) {
    const before = old.written.get(keyword);
    const after = next.written.get(keyword);
    if (same(before, after)) continue;
    const where = (after ?? before)?.pointer ?? "";
    const subject = `The ${keyword} of ${scope.name(where.slice(0, where.lastIndexOf("/")))}`;
    const text = `${subject} was ${spell(before)} and is ${spell(after)} now.`;
    if (keyword === "default") {
      const trend = before === undefined ? "added" : after === undefined ? "removed" : "changed";
      scope.report(`default-${trend}`, where, text);
    } else if (opaqueKeywords.includes(keyword)) {
      scope.report("validation-changed", where, `${subject} checks otherwise now.`);
    } else if (isUnknownKeyword(keyword)) {
      scope.report("unknown-keyword-changed", where, text);
    } else {
      const family = keyword === "format" || keyword === "pattern" ? keyword : "constraint";
      const trend = trendOf(keyword, before, after);
      if (trend !== undefined) scope.report(`${family}-${trend}` satisfies SchemaKind, where, text);
    }
  }
}

function same(left: Written | undefined, right: Written | undefined): boolean {
  return isDeepStrictEqual(left?.value, right?.value) && (left?.exclusive ?? false) === (right?.exclusive ?? false);
}

/** Undefined for keywords that are compared elsewhere. */
function trendOf(keyword: string, before: Written | undefined, after: Written | undefined): Trend | undefined {
  const lower = keyword in lowerBounds;
  if (!lower && !upperBounds.includes(keyword) && !exact.has(keyword)) return undefined;
  if (before === undefined) return "tightened";
  if (after === undefined) return "loosened";
  if (lower || upperBounds.includes(keyword))
    return compareBounds(after, before, lower ? 1 : -1) > 0 ? "tightened" : "loosened";
  if (keyword === "format") {
    if (widerFormat[String(before.value)] === after.value) return "loosened";
    if (widerFormat[String(after.value)] === before.value) return "tightened";
  }
  if (keyword === "multipleOf") {
    if (Number(after.value) % Number(before.value) === 0) return "tightened";
    if (Number(before.value) % Number(after.value) === 0) return "loosened";
  }
  return "changed";
}

function spell(written: Written | undefined): string {
  if (written === undefined) return "absent";
  return `${show(written.value)}${written.exclusive === true ? " (exclusive)" : ""}`;
}
