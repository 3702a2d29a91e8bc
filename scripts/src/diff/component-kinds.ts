import { compareHeader } from "./headers.ts";
import { compareParameter } from "./parameters.ts";
import { compareRequestBody } from "./request-body.ts";
import { compareResponse } from "./responses.ts";
import { compareShapes } from "./schema.ts";
import type { Scope } from "./scope.ts";
import { placesKey, shapeOf } from "./shape.ts";
import type { Place, Side } from "./side.ts";

/** A section of `components` that is part of the exported types, and how its members compare. */
export interface ComponentKind {
  section: string;
  /** What nodes of this kind are called in the walk. */
  node: string;
  compare: (scope: Scope, old: Place[], next: Place[]) => void;
  /** Members that say the same have the same signature: it saves most comparisons when looking for renamed ones. */
  signature: (side: Side, places: Place[]) => string;
}

export const componentKinds: readonly ComponentKind[] = [
  {
    section: "schemas",
    node: "schema",
    compare(scope, old, next) {
      scope.enter("schema", placesKey(old), placesKey(next), (inner) => {
        compareShapes(inner, shapeOf(scope.walk.old, old), shapeOf(scope.walk.next, next));
      });
    },
    signature(side, places) {
      const shape = shapeOf(side, places);
      const names = [...shape.properties.keys()].toSorted();
      return JSON.stringify([[...(shape.types ?? [])].toSorted(), names, shape.values?.length, shape.unions.length]);
    },
  },
  single("responses", "response", compareResponse, ["content", "headers"]),
  single("parameters", "parameter", compareParameter, ["name", "in"]),
  single("requestBodies", "request-body", compareRequestBody, ["content", "required"]),
  single("headers", "header", compareHeader, ["required"]),
];

function single(
  section: string,
  node: string,
  compare: (scope: Scope, old: Place, next: Place) => void,
  telling: string[],
): ComponentKind {
  return {
    section,
    node,
    compare(scope, [old], [next]) {
      if (old !== undefined && next !== undefined) compare(scope, old, next);
    },
    signature(_side, [place]) {
      return JSON.stringify(telling.map((key) => summarize(place?.value[key])));
    },
  };
}

function summarize(value: unknown): unknown {
  return typeof value === "object" && value !== null ? Object.keys(value).toSorted() : value;
}
