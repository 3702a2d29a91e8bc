import type { JsonObject } from "@x/openapi";

/** A limit as a keyword says it. */
export interface Limit {
  readonly value: number;
  /** Whether the limit itself is out of it. */
  readonly exclusive: boolean;
  /** The keyword that says so: `exclusiveMinimum` for `minimum`. */
  readonly keyword: string;
}

/** Limits that grow with the number: more is stricter. Each says nothing at its floor. */
const floors = { minimum: -Infinity, minLength: 0, minItems: 0, minProperties: 0 } as const;
/** Limits that shrink with the number: less is stricter. */
const ceilings = ["maximum", "maxLength", "maxItems", "maxProperties"] as const;

export type LimitName = keyof typeof floors | (typeof ceilings)[number];
export const limitNames = [...(Object.keys(floors) as LimitName[]), ...ceilings];

export function isLower(name: LimitName): boolean {
  return Object.hasOwn(floors, name);
}

/** 3.0 marks a limit exclusive by a boolean beside it, 3.1 writes the limit itself there. */
export function limitOf(schema: JsonObject, name: LimitName): Limit | undefined {
  const inclusive = schema[name];
  const exclusiveName = name === "minimum" ? "exclusiveMinimum" : name === "maximum" ? "exclusiveMaximum" : undefined;
  const exclusive = exclusiveName === undefined ? undefined : schema[exclusiveName];
  const sign = isLower(name) ? 1 : -1;
  if (exclusiveName !== undefined && typeof exclusive === "number") {
    const isStricter = typeof inclusive !== "number" || sign * exclusive >= sign * inclusive;
    if (isStricter) return { value: exclusive, exclusive: true, keyword: exclusiveName };
  }
  if (typeof inclusive !== "number" || inclusive === floors[name as keyof typeof floors]) return undefined;
  return { value: inclusive, exclusive: exclusive === true, keyword: name };
}

/** Positive where the first limit is stricter. */
export function compareLimits(name: LimitName, left: Limit, right: Limit): number {
  const difference = (isLower(name) ? 1 : -1) * (left.value - right.value);
  return difference === 0 ? Number(left.exclusive) - Number(right.exclusive) : difference;
}

/** A limit of numbers that are multiples of a step, as one that is among them: above 0, in whole numbers, is from 1 on. */
export function stepLimit<Given extends Limit>(name: LimitName, limit: Given, step: number | undefined): Given {
  if ((name !== "minimum" && name !== "maximum") || step === undefined) return limit;
  const { value, exclusive } = limit;
  const ratio = value / step;
  const near = Math.round(ratio);
  const isOne = Math.abs(ratio - near) < 1e-9 * Math.max(1, Math.abs(ratio));
  const sign = name === "minimum" ? 1 : -1;
  const whole = isOne ? near + (exclusive ? sign : 0) : sign > 0 ? Math.ceil(ratio) : Math.floor(ratio);
  // Steps are decimal fractions: what they add up to is rounded as it would be written.
  return { ...limit, value: Number((whole * step).toPrecision(12)), exclusive: false };
}

/** The one number that all have to be multiples of where each of these divides them. Whole numbers are multiples of 1. */
export function stepOf(multiples: readonly number[], integer: boolean): number | undefined {
  const all = integer ? [...multiples, 1] : multiples;
  if (all.length < 2) return all[0];
  const digits = Math.max(
    ...all.map((each) => /e-(\d+)$/.exec(String(each))?.[1] ?? String(each).split(".")[1]?.length ?? 0).map(Number),
  );
  const scale = 10 ** digits;
  const step = all
    .map((each) => Math.round(each * scale))
    .reduce((left, right) => (left / divisor(left, right)) * right);
  return step / scale;
}

/** The same, as it is written most simply: whole steps are said by `integer`. */
export function inSteps(multiples: readonly number[], integer: boolean): { integer: boolean; multiples: number[] } {
  const step = stepOf(multiples, integer);
  if (step === undefined) return { integer: false, multiples: [] };
  return { integer: Number.isInteger(step), multiples: step === 1 ? [] : [step] };
}

interface Limited {
  readonly limits: ReadonlyMap<LimitName, Limit>;
  readonly multiples: readonly number[];
  readonly integer: boolean;
  readonly required: ReadonlySet<string>;
}

/** Whether the lower limit of one leaves nothing below the upper limit of another. */
export function crosses(from: Limited, to: Limited, low: LimitName, high: LimitName): boolean {
  const [least, most] = [from.limits.get(low), to.limits.get(high)];
  if (least === undefined || most === undefined) return false;
  const step = stepOf([...from.multiples, ...to.multiples], from.integer || to.integer);
  const [one, other] = [stepLimit(low, least, step), stepLimit(high, most, step)];
  return one.value > other.value || (one.value === other.value && (one.exclusive || other.exclusive));
}

/** Whether the limits of a kind of value leave none. */
export function areCrossed(shape: Limited, kind: string): boolean {
  if (kind === "object" && shape.required.size > (shape.limits.get("maxProperties")?.value ?? Infinity)) return true;
  const names = { number: "imum", string: "Length", array: "Items", object: "Properties" }[kind];
  return names !== undefined && crosses(shape, shape, `min${names}` as LimitName, `max${names}` as LimitName);
}

function divisor(left: number, right: number): number {
  return right === 0 ? left : divisor(right, left % right);
}

/** Whether every multiple of the first is one of the second, fractions as they are written. */
export function isMultiple(of: number, by: number): boolean {
  const ratio = of / by;
  return Math.abs(ratio - Math.round(ratio)) < 1e-9 * Math.max(1, Math.abs(ratio));
}
