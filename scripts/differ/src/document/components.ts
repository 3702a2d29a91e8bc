import { isDeepStrictEqual } from "node:util";
import { below, walk as placesOf, type Json, type Start } from "@x/openapi";
import type { MatchedOperations, Operation } from "../operations/operation-list.ts";
import { numberByContent } from "./same-content.ts";
import type { Walk } from "./scope.ts";
import { compareComponent } from "../comparison/schema.ts";
import { objectAt, type Node, type Side } from "../normal-form/side.ts";
import { nameOf } from "../wording.ts";

interface Component {
  pointer: string;
  value: Json;
  node: Node;
}

/** Which components are the same one. Comes before operations are compared: they ask for it. */
export interface MatchedComponents {
  pairs: [Component, Component][];
  removed: Component[];
  added: Component[];
}

/** Matches the schema components of both documents: by name, then by content. Notes the pairs in the walk. */
export function matchComponents(walk: Walk): MatchedComponents {
  const match = matchByName(walk);
  const values = (components: Component[]): Map<string, Json> =>
    new Map(components.map(({ pointer, value }) => [pointer, value]));
  const [old, next] = numberByContent([values(match.removed), values(match.added)], (side, pointer) =>
    side === 0 ? (walk.pairs.get(pointer) ?? pointer) : pointer,
  );
  matchRenamed(match, (before, after) => old?.get(before.pointer) === next?.get(after.pointer));
  notePairs(walk, match.pairs);
  return match;
}

function matchByName(walk: Walk): MatchedComponents {
  const added = componentsOf(walk.next);
  const match: MatchedComponents = { pairs: [], removed: [], added: [] };
  for (const [name, before] of componentsOf(walk.old)) {
    const after = added.get(name);
    if (after === undefined) match.removed.push(before);
    else match.pairs.push([before, after]);
    added.delete(name);
  }
  match.added.push(...added.values());
  notePairs(walk, match.pairs);
  return match;
}

function notePairs(walk: Walk, pairs: readonly [Component, Component][]): void {
  for (const [before, after] of pairs) walk.pairs.set(before.pointer, after.pointer);
}

/** Pairs what lost its name with what has a new one, where the two are one thing. */
function matchRenamed(match: MatchedComponents, isOne: (before: Component, after: Component) => boolean): void {
  for (const before of match.removed.slice()) {
    const after = match.added.find((candidate) => isOne(before, candidate));
    if (after === undefined) continue;
    match.pairs.push([before, after]);
    match.removed.splice(match.removed.indexOf(before), 1);
    match.added.splice(match.added.indexOf(after), 1);
  }
}

/** Reports components that came, went or changed name, and compares as types those that no operation led to. */
export function compareComponents(walk: Walk, matched: MatchedComponents, operations: MatchedOperations): void {
  const scope = walk.root("components", "component");
  const onlyRemoved = exclusive(
    walk.old,
    operations.removed,
    operations.pairs.map(({ old }) => old),
  );
  const onlyAdded = exclusive(
    walk.next,
    operations.added,
    operations.pairs.map(({ next }) => next),
  );
  const isReached = (before: Component, after: Component): boolean =>
    walk.reached("schema", before.node.key, after.node.key);
  const { pairs, removed, added } = matched;
  // One that changed together with its name: the new one stands where the old one stood.
  matchRenamed(matched, isReached);
  for (const [before, after] of pairs) {
    if (before.pointer !== after.pointer) {
      const text = `The component ${nameOf(before.pointer)} is called ${nameOf(after.pointer)} now.`;
      scope.report("component-renamed", after.pointer, text);
    }
    // What its parts say is told by them.
    if (isDeepStrictEqual(before.value, after.value)) continue;
    if (!isReached(before, after)) compareComponent(scope, before.node, after.node);
  }
  // What comes or goes with its operations is told by them.
  for (const { pointer } of removed)
    if (!onlyRemoved.has(pointer))
      scope.report("component-removed", pointer, `The component ${nameOf(pointer)} is gone.`);
  for (const { pointer } of added)
    if (!onlyAdded.has(pointer)) scope.report("component-added", pointer, `The component ${nameOf(pointer)} is new.`);
}

function componentsOf(side: Side): Map<string, Component> {
  const components = new Map<string, Component>();
  for (const [name, value] of Object.entries(objectAt(objectAt(side.document, "components"), "schemas"))) {
    const pointer = below("/components/schemas", name);
    components.set(name, { pointer, value, node: side.node(value, pointer) });
  }
  return components;
}

/** What some operations refer to and the others do not. */
function exclusive(side: Side, some: readonly Operation[], others: readonly Operation[]): Set<string> {
  const exclusives = reachedBy(side, some);
  for (const pointer of reachedBy(side, others)) exclusives.delete(pointer);
  return exclusives;
}

/** Pointers of all that operations hold and refer to, however far. */
function reachedBy({ document }: Side, operations: readonly Operation[]): Set<string> {
  const from = operations.flatMap(({ place, item }): Start[] => {
    const inherited = Array.isArray(item.value["parameters"]) ? item.value["parameters"] : [];
    return [
      { pointer: place.pointer, role: "operation" },
      ...inherited.map((_, index) => ({
        pointer: below(item.pointer, "parameters", index),
        role: "parameter" as const,
      })),
    ];
  });
  return new Set(Array.from(placesOf(document, { from, follow: true }), ({ pointer }) => pointer));
}
