import type { ParameterDefinition, ParameterKind } from "../api-definition.ts";
import type { Refuse } from "../errors/errors.ts";

/** One parameter of an operation. */
export interface Parameter {
  readonly place: "path" | "query" | "header";
  readonly name: string;
  /** What stands for it: `{name}` in a path, its name percent-encoded in a query. */
  readonly label: string;
  readonly definition: ParameterDefinition;
  /** Makes a text fit for the place. */
  readonly encode: (text: string, refuse: Refuse) => string;
  /** Names the parameter, and never its value, which may be personal. */
  readonly refuse: Refuse;
}

/**
 * Makes text of a value: the value's own, or `name=value` in a query, more than one where it is a list.
 *
 * @throws {ConfigError} when the value can't be sent as the definition says
 */
export type ParameterSerializer = (value: unknown, parameter: Parameter) => string;

/** Strings, numbers and booleans in the default style of their place: all that most APIs have. */
export const plainParameter: ParameterSerializer = (value, { place, label, definition, encode, refuse }) => {
  const kind = typeof definition === "string" ? definition : definition.type;
  const text = encode(primitiveText(value, kind, refuse), refuse);
  return place === "query" ? `${label}=${text}` : text;
};

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
