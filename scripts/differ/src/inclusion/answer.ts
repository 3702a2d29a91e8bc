import type { Node } from "../normal-form/side.ts";

/** `yes`: proven. `no`: there is a value, or a written reason. `unknown`: neither was found. */
export type Answer = "yes" | "no" | "unknown";
/** How schemas inside others are compared: handed on, so that no file refers back to the one that does it. */
export type Inner = (sender: Node, receiver: Node) => Answer;

export function worse(left: Answer, right: Answer): Answer {
  if (left === "no" || right === "no") return "no";
  return left === "unknown" || right === "unknown" ? "unknown" : "yes";
}
