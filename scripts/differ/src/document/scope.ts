import { at } from "@x/openapi";
import { type Direction, judge, type Kind } from "../rules.ts";
import type { Side } from "./side.ts";
import type { Sdk, Wire } from "../types.ts";
import { nameOf } from "../wording.ts";

/** A change before it is known which operations it reaches. */
export interface Finding {
  kind: Kind;
  direction: Direction;
  id: string;
  where: string;
  wire: Wire;
  sdk: Sdk;
  text: string;
}

/** A pair of places under comparison. Shared parts are compared once and hang below all that use them. */
export interface Node {
  parents: Set<Node>;
  operation: string | undefined;
  findings: Finding[];
  /** Which search came by last. */
  mark: number;
}

/** All that one comparison of two documents knows. */
export class Walk {
  readonly old: Side;
  readonly next: Side;
  /** Components by their pointer in the old document: their pointer in the new one (another one if renamed). */
  readonly pairs: Map<string, string>;
  /** Every node, by kind, direction and the two pointers: this is also what ends recursion. */
  readonly nodes = new Map<string, Node>();

  /** Answers of `sameSchema`, by the two places; undefined while one is being found. */
  readonly same: Map<string, boolean | undefined>;

  readonly #waiting: (() => void)[] = [];

  /** A walk on trial shares what is known of the two documents with the walk it is made for. */
  constructor(old: Side, next: Side, same = new Map<string, boolean | undefined>(), pairs = new Map<string, string>()) {
    this.old = old;
    this.next = next;
    this.same = same;
    this.pairs = pairs;
  }

  /** Notes a comparison to be made. It waits its turn, so that long chains of schemas do not nest calls. */
  defer(comparison: () => void): void {
    this.#waiting.push(comparison);
  }

  /** Makes all comparisons that wait, and those they lead to. */
  drain(): void {
    for (let next = this.#waiting.pop(); next !== undefined; next = this.#waiting.pop()) next();
  }

  /** A node that nothing is above: of an operation, or of the document. */
  root(key: string, direction: Direction, operation?: string): Scope {
    const node: Node = { parents: new Set(), operation, findings: [], mark: 0 };
    this.nodes.set(key, node);
    return new Scope(this, node, direction);
  }

  /** Whether a pair was compared as part of an operation. */
  reached(kind: string, old: string, next: string): boolean {
    return this.nodes.has(nodeKey(kind, "request", old, next)) || this.nodes.has(nodeKey(kind, "response", old, next));
  }
}

/** Where in the walk a comparison stands: it reports to its node, in its direction. */
export class Scope {
  readonly walk: Walk;
  readonly node: Node;
  readonly direction: Direction;

  constructor(walk: Walk, node: Node, direction: Direction) {
    this.walk = walk;
    this.node = node;
    this.direction = direction;
  }

  /** The same node, in another direction. A component that no operation uses keeps its own. */
  toward(direction: Direction): Scope {
    return this.direction === "component" ? this : new Scope(this.walk, this.node, direction);
  }

  /** Has a pair compared, once per direction; further uses only add that they use it. */
  enter(kind: string, old: string, next: string, body: (scope: Scope) => void): void {
    const key = nodeKey(kind, this.direction, old, next);
    const known = this.walk.nodes.get(key);
    if (known !== undefined) {
      known.parents.add(this.node);
      return;
    }
    const node: Node = { parents: new Set([this.node]), operation: undefined, findings: [], mark: 0 };
    this.walk.nodes.set(key, node);
    this.walk.defer(() => body(new Scope(this.walk, node, this.direction)));
  }

  /** What a person would call the thing at a pointer of either document. */
  name(pointer: string): string {
    const { old, next } = this.walk;
    return nameOf(pointer, (place) => at(next.document, place) ?? at(old.document, place));
  }

  /** Notes a change. The sentence need not repeat the operation. */
  report(kind: Kind, where: string, text: string): void {
    const sentence = text.replace(/^(parameter|body) /, "The $1 ");
    this.node.findings.push({ kind, direction: this.direction, ...judge(kind, this.direction), where, text: sentence });
  }
}

function nodeKey(kind: string, direction: Direction, old: string, next: string): string {
  return `${kind} ${direction} ${old} ${next}`;
}
