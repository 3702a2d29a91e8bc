import type { Node } from "../normal-form/side.ts";
import { normOf } from "../normal-form/norm.ts";

/** Which way data travels. `type`: it does not, and every property counts. */
export type Way = "request" | "response" | "type";

/** Whether a property travels that way: read-only ones are not sent, write-only ones not received. */
export function isIn(property: Node, way: Way): boolean {
  return !hasFlag(property, way === "request" ? "readOnly" : way === "response" ? "writeOnly" : undefined);
}

export function hasFlag(node: Node, flag: "readOnly" | "writeOnly" | "deprecated" | undefined): boolean {
  if (flag === undefined) return false;
  return normOf(node).places.some(({ value }) => value[flag] === true);
}
