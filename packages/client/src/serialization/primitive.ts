import type { ParameterKind } from "../definition/parameter-definition.ts";
import type { Refuse } from "../errors/refusal.ts";

/** Whether a value is one that a type of the spec can carry. A lone surrogate has no UTF-8 form. */
const PRIMITIVES: Partial<Record<ParameterKind, (value: unknown) => boolean>> = {
  string: (value) => typeof value === "string" && value.isWellFormed(),
  boolean: (value) => typeof value === "boolean",
  number: Number.isFinite,
  integer: Number.isSafeInteger,
};

/**
 * A primitive as text, if it is one that the spec's type can carry.
 *
 * @throws {ConfigError} by `refuse`
 */
export function primitiveText(value: unknown, kind: ParameterKind, refuse: Refuse): string {
  return PRIMITIVES[kind]?.(value)
    ? String(value)
    : refuse(`must be a valid ${kind} (given: ${value && typeof value})`);
}
