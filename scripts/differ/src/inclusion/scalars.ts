import type { Answer } from "./answer.ts";
import { compareLimits, isMultiple, limitNames, type LimitName, stepLimit, stepOf } from "../normal-form/limits.ts";
import type { Shape } from "../normal-form/shape.ts";

/** Formats whose values all have the wider one too. */
const wider: { readonly [format: string]: string } = { int32: "int64" };

/** Whether the texts or numbers of one shape all keep to the limits, patterns, multiples and formats of another. */
export function scalarIncluded(kind: "number" | "string", from: Shape, to: Shape): Answer {
  const names: LimitName[] = kind === "number" ? ["minimum", "maximum"] : ["minLength", "maxLength"];
  if (!keepsLimits(from, to, names)) return "unknown";
  if (kind === "number") {
    const [step, asked] = [from, to].map(({ multiples, integer }) => stepOf(multiples, integer));
    if (asked !== undefined && (step === undefined || !isMultiple(step, asked))) return "unknown";
  } else if (!to.patterns.every((pattern) => from.patterns.includes(pattern))) return "unknown";
  // A format that is asked for is a reason, though nothing in the schema itself refuses a value.
  const keeps = to.formats.every(
    (format) =>
      from.formats.some((own) => own === format || wider[own] === format) || (format === "float" && from.integer),
  );
  return keeps ? "yes" : "no";
}

/** Whether each limit of these is at least as strict in the first as in the second. */
export function keepsLimits(from: Shape, to: Shape, names: readonly LimitName[] = limitNames): boolean {
  const step = stepOf(from.multiples, from.integer);
  return names.every((name) => {
    const asked = to.limits.get(name);
    const kept = from.limits.get(name);
    if (asked === undefined) return true;
    if (kept === undefined) return false;
    return compareLimits(name, stepLimit(name, kept, step), stepLimit(name, asked, step)) >= 0;
  });
}
