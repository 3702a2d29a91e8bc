import type { Inner } from "./answer.ts";
import type { Condition, Shape } from "../normal-form/shape.ts";

/** Whether each condition of the second is one of the first, or follows from one. */
export function impliesConditions(from: Shape, to: Shape, includes: Inner): boolean {
  return to.conditions.every((asked) => from.conditions.some((kept) => implies(kept, asked, includes)));
}

function implies(kept: Condition, asked: Condition, includes: Inner): boolean {
  if (kept.keyword !== asked.keyword) return false;
  const holds = (left: Condition, right: Condition, index: number): boolean => {
    const [one, other] = [left.nodes[index], right.nodes[index]];
    return one !== undefined && other !== undefined && includes(one, other) === "yes";
  };
  const areSame = (index: number): boolean => holds(kept, asked, index) && holds(asked, kept, index);
  switch (kept.keyword) {
    case "not":
      return holds(asked, kept, 0);
    case "contains": {
      const [least, most] = JSON.parse(kept.detail) as [number, number | null];
      const [fewest, highest] = JSON.parse(asked.detail) as [number, number | null];
      const isBelow = highest === null || (most !== null && most <= highest && areSame(0));
      return least >= fewest && isBelow && holds(kept, asked, 0);
    }
    case "if":
      return areSame(0) && holds(kept, asked, 1) && holds(kept, asked, 2);
    case "dependentSchemas":
      return kept.detail === asked.detail && holds(kept, asked, 0);
    default:
      return kept.detail === asked.detail && kept.nodes.every((_, index) => areSame(index));
  }
}
