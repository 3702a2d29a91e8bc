import type { Scope } from "../document/scope.ts";
import type { Node } from "../normal-form/side.ts";
import type { Norm } from "../normal-form/norm.ts";
import type { Shape } from "../normal-form/shape.ts";

/** Compares schemas inside others: handed on, so that no file refers back to the one that does it. */
export type Compare = (scope: Scope, old: Node, next: Node) => void;

/** Where a schema is written. */
export function homeOf({ places: [home] }: Norm | Shape): string {
  return home?.pointer ?? "";
}
