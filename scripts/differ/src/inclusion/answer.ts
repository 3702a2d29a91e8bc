import { normOf } from "../normal-form/norm.ts";
import type { Node } from "../normal-form/side.ts";

/** `yes`: proven. `no`: there is a value, or a written reason. `unknown`: neither was found. */
export type Answer = "yes" | "no" | "unknown";
/** How schemas inside others are compared: handed on, so that no file refers back to the one that does it. */
export type Inner = (sender: Node, receiver: Node) => Answer;

/** Whether a schema takes whatever there is. */
export function fromAnything(asked: Node): Answer {
  const { places, byKind } = normOf(asked);
  const isAnything = byKind.size === 6 && places.every(({ value }) => Object.keys(value).length === 0);
  return isAnything ? "yes" : "unknown";
}

export function worse(left: Answer, right: Answer): Answer {
  if (left === "no" || right === "no") return "no";
  return left === "unknown" || right === "unknown" ? "unknown" : "yes";
}
