import { areDisjointShapes } from "./disjoint.ts";
import { valuesAt } from "../normal-form/members.ts";
import type { Shape } from "../normal-form/shape.ts";
import type { Kind } from "../normal-form/values.ts";

/** Fewer alternatives are looked at one by one. */
const MIN_INDEXED = 8;

/** The alternatives of a union by the values of a tag that each of them demands. */
interface Tags {
  readonly name: string;
  readonly byValue: ReadonlyMap<string, readonly Shape[]>;
}

const known = new WeakMap<readonly Shape[], Tags | null>();

/** The alternatives that a value of a shape may fit, the one that stands at the same place first. */
export function nearOf(kind: Kind, shape: Shape, targets: readonly Shape[]): readonly Shape[] {
  if (targets.length === 1) return targets;
  const tags = kind === "object" && targets.length >= MIN_INDEXED ? tagsOf(targets) : undefined;
  const values = tags === undefined ? undefined : valuesAt(shape, tags.name);
  const likely =
    values === undefined ? targets : new Set([...values].flatMap((value) => tags?.byValue.get(value) ?? []));
  const near = [...likely].filter((target) => !areDisjointShapes(kind, shape, target, false));
  const home = shape.places[0]?.pointer;
  const isSame = (target: Shape): boolean => target.places[0]?.pointer === home;
  return [...near.filter(isSame), ...near.filter((target) => !isSame(target))];
}

function tagsOf(targets: readonly Shape[]): Tags | undefined {
  let tags = known.get(targets);
  if (tags === undefined) known.set(targets, (tags = findTags(targets) ?? null));
  return tags ?? undefined;
}

function findTags(targets: readonly Shape[]): Tags | undefined {
  for (const name of targets[0]?.required ?? []) {
    const byValue = new Map<string, Shape[]>();
    const isTag = targets.every((target) => {
      const values = target.required.has(name) ? valuesAt(target, name) : undefined;
      for (const value of values ?? []) byValue.set(value, [...(byValue.get(value) ?? []), target]);
      return values !== undefined;
    });
    if (isTag) return { name, byValue };
  }
  return undefined;
}
