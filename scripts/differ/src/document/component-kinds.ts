import { compareHeader } from "../operations/headers.ts";
import { compareParameter } from "../operations/parameters.ts";
import { compareRequestBody } from "../operations/request-body.ts";
import { compareResponse } from "../operations/responses.ts";
import { compareShapes } from "../schema/schema.ts";
import type { Scope } from "./scope.ts";
import { placesKey, shapeOf } from "../schema/shape.ts";
import type { Place } from "./side.ts";

/** A section of `components` that is part of the exported types, and how its members compare. */
export interface ComponentKind {
  section: string;
  /** What nodes of this kind are called in the walk. */
  node: string;
  compare: (scope: Scope, old: Place[], next: Place[]) => void;
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
  },
  single("responses", "response", compareResponse),
  single("parameters", "parameter", compareParameter),
  single("requestBodies", "request-body", compareRequestBody),
  single("headers", "header", compareHeader),
];

function single(
  section: string,
  node: string,
  compare: (scope: Scope, old: Place, next: Place) => void,
): ComponentKind {
  return {
    section,
    node,
    compare(scope, [old], [next]) {
      if (old !== undefined && next !== undefined) compare(scope, old, next);
    },
  };
}
