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

/** A limit of whole numbers, as one that is among them: above 0 is from 1 on. */
export function wholeLimit(name: LimitName, limit: Limit): Limit {
  if (name !== "minimum" && name !== "maximum") return limit;
  const { value, exclusive, keyword } = limit;
  if (name === "minimum")
    return { value: exclusive ? Math.floor(value) + 1 : Math.ceil(value), exclusive: false, keyword };
  return { value: exclusive ? Math.ceil(value) - 1 : Math.floor(value), exclusive: false, keyword };
}

/** Whether every multiple of the first is one of the second, fractions as they are written. */
export function isMultiple(of: number, by: number): boolean {
  const ratio = of / by;
  return Math.abs(ratio - Math.round(ratio)) < 1e-9 * Math.max(1, Math.abs(ratio));
}
