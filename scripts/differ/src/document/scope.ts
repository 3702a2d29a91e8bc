import { at } from "@x/openapi";
import type { Answer } from "../inclusion/answer.ts";
import { Inclusion } from "../inclusion/includes.ts";
import { SameText } from "../normal-form/same-text.ts";
import type { Node as Schema, Side } from "../normal-form/side.ts";
import { judge, type Kind } from "../rules.ts";
import type { Direction } from "../rules/verdict.ts";
import type { Sdk, Wire } from "../types.ts";
import { nameOf, sentence } from "../wording.ts";

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
  /** What is compared below it. */
  readonly children: Set<Node>;
}

/** A schema that an operation names: whatever is told inside it, the whole is judged too. */
export interface Entry {
  readonly scope: Scope;
  readonly old: Schema;
  readonly next: Schema;
}

/** All that one comparison of two documents knows. */
export class Walk {
  readonly old: Side;
  readonly next: Side;
  /** Components by their pointer in the old document: their pointer in the new one (another one if renamed). */
  readonly pairs: Map<string, string>;
  /** Every node, by kind, direction and the two pointers: this is also what ends recursion. */
  readonly nodes = new Map<string, Node>();

  readonly entries: Entry[] = [];
  /** Whether two schemas are the same text throughout. */
  readonly isSame: (old: Schema, next: Schema) => boolean;
  readonly #requests: Inclusion;
  readonly #responses: Inclusion;
  readonly #proofs: { readonly request: Inclusion; readonly response: Inclusion };
  readonly #waiting: (() => void)[] = [];

  constructor(old: Side, next: Side) {
    this.old = old;
    this.next = next;
    this.pairs = new Map();
    this.isSame = new SameText(old, next, false).isSame;
    const { isSame } = new SameText(old, next, true);
    const isOne = (sender: Schema, receiver: Schema): boolean => this.#isOne(isSame, sender, receiver);
    this.#requests = new Inclusion("request", isOne);
    this.#responses = new Inclusion("response", isOne);
    this.#proofs = { request: new Inclusion("request", isOne, true), response: new Inclusion("response", isOne, true) };
  }

  #isOne(isSame: (old: Schema, next: Schema) => boolean, sender: Schema, receiver: Schema): boolean {
    if (sender.side === receiver.side) return false;
    return sender.side === this.old ? isSame(sender, receiver) : isSame(receiver, sender);
  }

  /** Whether all that may be sent is taken: OLD's clients send requests, NEW's server sends responses. */
  answer(direction: Direction, old: Schema, next: Schema): Answer {
    if (direction === "request") return this.#requests.includes(old, next);
    return direction === "response" ? this.#responses.includes(next, old) : "yes";
  }

  /** Whether something was too deep or too vast to be looked into. */
  get gaveUp(): boolean {
    return this.#requests.gaveUp || this.#responses.gaveUp;
  }

  /** Whether two schemas allow the same, as far as it travels that way. */
  areEqual(old: Schema, next: Schema, direction: Direction = "response"): boolean {
    const { includes } = direction === "request" ? this.#proofs.request : this.#proofs.response;
    return includes(old, next) === "yes" && includes(next, old) === "yes";
  }

  /** A value that shows why the answer is no. */
  witness(direction: Direction, old: Schema, next: Schema): unknown {
    return direction === "request" ? this.#requests.witness(old, next) : this.#responses.witness(next, old);
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
    const node: Node = { parents: new Set(), operation, findings: [], mark: 0, children: new Set() };
    this.nodes.set(key, node);
    return new Scope(this, node, direction);
  }

  /** The node of a comparison of two schemas. */
  schemaNode(direction: Direction, old: Schema, next: Schema): Node | undefined {
    return this.nodes.get(nodeKey("schema", direction, old.key, next.key));
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
  /** Whether all that may be sent at this schema is taken. */
  readonly answer: Answer | undefined;

  constructor(walk: Walk, node: Node, direction: Direction, answer?: Answer) {
    this.walk = walk;
    this.node = node;
    this.direction = direction;
    this.answer = answer;
  }

  /** The same node, where it is known whether all that may be sent is taken. */
  answering(answer: Answer): Scope {
    return new Scope(this.walk, this.node, this.direction, answer);
  }

  /** The same node, in another direction. A component that no operation uses keeps its own. */
  toward(direction: Direction): Scope {
    return this.direction === "component"
      ? this
      : new Scope(this.walk, this.node, direction, direction === this.direction ? this.answer : undefined);
  }

  /** Has a pair compared, once per direction; further uses only add that they use it. */
  enter(kind: string, old: string, next: string, body: (scope: Scope) => void): void {
    const key = nodeKey(kind, this.direction, old, next);
    const known = this.walk.nodes.get(key);
    if (known !== undefined) {
      known.parents.add(this.node);
      this.node.children.add(known);
      return;
    }
    const node: Node = {
      parents: new Set([this.node]),
      operation: undefined,
      findings: [],
      mark: 0,
      children: new Set(),
    };
    this.node.children.add(node);
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
    this.node.findings.push({
      kind,
      direction: this.direction,
      ...judge(kind, this.direction, this.answer),
      where,
      text: sentence(text),
    });
  }
}

function nodeKey(kind: string, direction: Direction, old: string, next: string): string {
  return `${kind} ${direction} ${old} ${next}`;
}
