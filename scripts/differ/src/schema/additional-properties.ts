import type { SchemaKind } from "../rules.ts";
import { compareSchema } from "./schema.ts";
import type { Scope } from "../document/scope.ts";
import type { AdditionalProperties, Shape } from "./shape.ts";

type Kind = AdditionalProperties["kind"];

/**
 * Unspecified and open accept the same on the wire, but only `true` and a schema give the generated type an index signature:
 * losing it is what breaks code.
 */
const transitions: Record<Kind, Partial<Record<Kind, SchemaKind>>> = {
  unspecified: {
    closed: "additional-properties-closed",
    open: "additional-properties-typed",
    schema: "additional-properties-typed",
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

const words: Record<Kind, string> = {
  unspecified: "does not speak of further properties",
  open: "has further properties of any kind",
  closed: "has no further properties",
  schema: "has further properties of one kind",
};

/** Compares what two objects say about properties they do not name. */
export function compareAdditionalProperties(scope: Scope, old: Shape, next: Shape): void {
  const before = old.additional;
  const after = next.additional;
  if (before.kind === "schema" && after.kind === "schema") compareSchema(scope, before.places, after.places);
  const kind = transitions[before.kind][after.kind];
  if (kind === undefined) return;
  const where = next.places[0]?.pointer ?? "";
  scope.report(kind, where, `${scope.name(where)} ${words[after.kind]} now.`);
}
