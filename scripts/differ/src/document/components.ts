import { below, walk as placesOf, type Json, type Start } from "@x/openapi";
import { type ComponentKind, componentKinds } from "./component-kinds.ts";
import type { MatchedOperations, Operation } from "../operations/operation-list.ts";
import { numberByContent } from "../schema/same-content.ts";
import type { Walk } from "./scope.ts";
import { placesKey } from "../schema/shape.ts";
import { objectAt, type Place, type Side } from "./side.ts";
import { nameOf } from "../wording.ts";

interface Component {
  pointer: string;
  value: Json;
  places: Place[];
}

/** Which components are the same one. Comes before operations are compared: they ask for it. */
export interface MatchedComponents {
  kind: ComponentKind;
  pairs: [Component, Component][];
  removed: Component[];
  added: Component[];
}

/** Matches the components of both documents: by name, then by content. Notes the pairs in the walk. */
export function matchComponents(walk: Walk): MatchedComponents[] {
  const matches = componentKinds.map((kind) => matchByName(walk, kind));
  const values = (components: Component[]) => components.map(({ pointer, value }): [string, Json] => [pointer, value]);
  const [old, next] = numberByContent(
    [
      new Map(matches.flatMap(({ removed }) => values(removed))),
      new Map(matches.flatMap(({ added }) => values(added))),
    ],
    (side, pointer) => (side === 0 ? (walk.pairs.get(pointer) ?? pointer) : pointer),
  );
  for (const match of matches) {
    matchRenamed(match, (before, after) => old?.get(before.pointer) === next?.get(after.pointer));
    notePairs(walk, match.pairs);
  }
  return matches;
}

function matchByName(walk: Walk, kind: ComponentKind): MatchedComponents {
  const added = componentsOf(walk.next, kind);
  const match: MatchedComponents = { kind, pairs: [], removed: [], added: [] };
  for (const [name, before] of componentsOf(walk.old, kind)) {
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
export function compareComponents(
  walk: Walk,
  matched: readonly MatchedComponents[],
  operations: MatchedOperations,
): void {
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
  for (const match of matched) {
    const { kind, pairs, removed, added } = match;
    // One that changed together with its name: the new one stands where the old one stood.
    matchRenamed(match, (before, after) => walk.reached(kind.node, placesKey(before.places), placesKey(after.places)));
    for (const [before, after] of pairs) {
      if (before.pointer !== after.pointer) {
        const text = `The component ${nameOf(before.pointer)} is called ${nameOf(after.pointer)} now.`;
        scope.report("component-renamed", after.pointer, text);
      }
      if (!walk.reached(kind.node, placesKey(before.places), placesKey(after.places)))
        kind.compare(scope, before.places, after.places);
    }
    // What comes or goes with its operations is told by them.
    for (const { pointer } of removed) {
      if (!onlyRemoved.has(pointer))
        scope.report("component-removed", pointer, `The component ${nameOf(pointer)} is gone.`);
    }
    for (const { pointer } of added) {
      if (!onlyAdded.has(pointer)) scope.report("component-added", pointer, `The component ${nameOf(pointer)} is new.`);
    }
  }
}

function componentsOf(side: Side, kind: ComponentKind): Map<string, Component> {
  const pointer = below("/components", kind.section);
  const members = objectAt(objectAt(side.document, "components"), kind.section);
  const components = new Map<string, Component>();
  for (const [name, value] of Object.entries(members)) {
    const where = below(pointer, name);
    const places = kind.section === "schemas" ? side.schema(value, where) : [side.resolve(value, where)];
    components.set(name, { pointer: where, value, places });
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
