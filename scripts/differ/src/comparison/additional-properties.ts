import { type Compare, homeOf } from "./compare.ts";
import { isAnything } from "./types-of-values.ts";
import type { Scope } from "../document/scope.ts";
import { furtherNodes, joined, patternNodes } from "../normal-form/members.ts";
import { normOf } from "../normal-form/norm.ts";
import type { Shape } from "../normal-form/shape.ts";
import type { SchemaKind } from "../rules.ts";

type Form = "unspecified" | "open" | "closed" | "schema";

/**
 * Unspecified and open accept the same on the wire, but only `true` and a schema give the generated type an index signature:
 * losing it is what breaks code.
 */
const transitions: Record<Form, Partial<Record<Form, SchemaKind>>> = {
  unspecified: {
    closed: "additional-properties-closed",
    open: "additional-properties-typed",
    schema: "additional-properties-narrowed",
  },
  closed: {
    unspecified: "additional-properties-opened",
    open: "additional-properties-typed",
    schema: "additional-properties-typed",
  },
  open: {
    unspecified: "additional-properties-untyped",
    closed: "additional-properties-forbidden",
    schema: "additional-properties-narrowed",
  },
  schema: {
    unspecified: "additional-properties-untyped",
    closed: "additional-properties-forbidden",
    open: "additional-properties-widened",
  },
};

const words: Record<Form, string> = {
  unspecified: "does not speak of further properties",
  open: "has further properties of any kind",
  closed: "has no further properties",
  schema: "has further properties of one kind",
};

/** Compares what two objects say about properties they do not name: those of a pattern, and all others. */
export function compareFurther(scope: Scope, old: Shape, next: Shape, compare: Compare): void {
  const where = homeOf(next);
  const [before, after] = [old, next].map((shape) => new Map(patternNodes(shape)));
  for (const [pattern, node] of before ?? []) {
    const other = after?.get(pattern);
    if (other !== undefined) compare(scope, node, other);
    else
      scope.report(
        "pattern-properties-removed",
        where,
        `${scope.name(where)} no longer describes properties like ${pattern}.`,
      );
  }
  for (const pattern of after?.keys() ?? [])
    if (before?.has(pattern) === false)
      scope.report("pattern-properties-added", where, `${scope.name(where)} describes properties like ${pattern} now.`);
  const [one, other] = [joined(furtherNodes(old)), joined(furtherNodes(next))];
  const [was, is] = [formOf(old), formOf(next)];
  if (was === "schema" && is === "schema" && one !== undefined && other !== undefined) compare(scope, one, other);
  const kind = transitions[was][is];
  if (kind !== undefined) scope.report(kind, where, `${scope.name(where)} ${words[is]} now.`);
}

function formOf(shape: Shape): Form {
  const node = joined(furtherNodes(shape));
  if (node === undefined) return "unspecified";
  const norm = normOf(node);
  if (norm.byKind.size === 0) return "closed";
  const says = norm.places.some(({ value }) =>
    Object.keys(value).some((key) => key !== "description" && key !== "title"),
  );
  return isAnything(norm) && !says ? "open" : "schema";
}
