import type { Json } from "@x/openapi";
import type { Way } from "../way.ts";
import type { Node } from "../../normal-form/side.ts";

/** What makes the values inside a sample: handed on, so that no file refers back to the one that does it. */
export interface Maker {
  readonly way: Way;
  /** A few values that a schema takes; of the hints, limits and names are tried as well. */
  readonly some: (node: Node | undefined, hints: readonly Node[]) => Json[];
  /** A value that is known to be sent by one schema and refused by another. */
  readonly known: (node: Node | undefined, hint: Node) => Json | undefined;
}
