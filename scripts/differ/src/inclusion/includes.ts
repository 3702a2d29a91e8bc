import type { Json } from "@x/openapi";
import { accepts, work } from "./accepts.ts";
import { type Answer, type Inner, worse } from "./answer.ts";
import { arrayIncluded } from "./arrays.ts";
import { impliesConditions } from "./conditions.ts";
import { objectIncluded, splitByTag } from "./objects.ts";
import { keepsExclusive } from "./exclusive.ts";
import { nearOf } from "./near.ts";
import { samplesOf } from "./samples/samples.ts";
import { scalarIncluded } from "./scalars.ts";
import type { Way } from "./way.ts";
import { anything, type Shape } from "../normal-form/shape.ts";
import { normOf } from "../normal-form/norm.ts";
import type { Node } from "../normal-form/side.ts";
import type { Kind } from "../normal-form/values.ts";

/** Longer chains of schemas in each other are not followed to their end. */
const MAX_DEPTH = 250;
/** Written schemas that are looked at to find examples: beyond that, what is proven counts and nothing is shown. */
const MAX_WORK = 700_000;

/** Says whether all that one schema allows is allowed by another, for one way of travel. What was found is remembered. */
export class Inclusion {
  /** Whether anything was too deep or too vast to be looked into. */
  gaveUp = false;
  readonly #way: Way;
  readonly #isProof: boolean;
  /** Whether a pair is known to be the same text throughout, so that it need not be looked into. */
  readonly #isSame: (sender: Node, receiver: Node) => boolean;
  readonly #known = new Map<Node, Map<Node, Answer>>();
  /** Found under the assumption that pairs above hold: taken back where they do not. */
  readonly #assumed: [Node, Node][] = [];
  #depth = 0;
  #spent = 0;
  /** How often something was found to be refused that no example shows, such as a format. */
  #unshown = 0;
  readonly #witnesses = new Map<Node, Map<Node, Json>>();

  /** @param isProof - whether only a proof is asked for: then no example is looked for, and whatever is not proven is unknown */
  constructor(way: Way, isSame: (sender: Node, receiver: Node) => boolean, isProof = false) {
    this.#way = way;
    this.#isSame = isSame;
    this.#isProof = isProof;
  }

  /**
   * Whether the receiver takes all that the sender may send. A pair that is met again on the way down holds, as no difference
   * was met on the way round.
   */
  readonly includes: Inner = (sender, receiver) => {
    if (sender === receiver || this.#isSame(sender, receiver)) return "yes";
    const known = this.#known.get(sender)?.get(receiver);
    if (known !== undefined) return this.#counted(sender, receiver, known);
    if (this.#depth >= MAX_DEPTH) {
      this.gaveUp = true;
      return "unknown";
    }
    const mark = this.#assumed.length;
    this.#note(sender, receiver, "yes");
    this.#assumed.push([sender, receiver]);
    this.#depth += 1;
    const answer = this.#compare(sender, receiver);
    this.#depth -= 1;
    if (answer !== "yes") for (const [one, other] of this.#assumed.splice(mark)) this.#known.get(one)?.delete(other);
    if (this.#depth === 0) this.#assumed.length = 0;
    this.#note(sender, receiver, answer);
    return this.#counted(sender, receiver, answer);
  };

  #counted(sender: Node, receiver: Node, answer: Answer): Answer {
    if (answer === "no" && this.witness(sender, receiver) === undefined) this.#unshown += 1;
    return answer;
  }

  /** A value that the sender may send and the receiver refuses, where one was found. */
  witness(sender: Node, receiver: Node): Json | undefined {
    return this.#witnesses.get(sender)?.get(receiver);
  }

  #note(sender: Node, receiver: Node, answer: Answer): void {
    let row = this.#known.get(sender);
    if (row === undefined) this.#known.set(sender, (row = new Map()));
    row.set(receiver, answer);
  }

  #compare(sender: Node, receiver: Node): Answer {
    const [from, to] = [normOf(sender), normOf(receiver)];
    let answer: Answer = from.isVast || to.isVast ? "unknown" : "yes";
    this.gaveUp ||= answer === "unknown";
    const unshown = this.#unshown;
    const refused = new Set<Shape>();
    const suspects = new Set<Shape>();
    if (answer === "yes") {
      for (const [kind, shapes] of from.byKind) {
        const targets = to.byKind.get(kind) ?? [];
        for (const shape of shapes) {
          const each = this.#kindIncluded(kind, shape, targets, sender, receiver);
          if (each === "no") refused.add(shape);
          if (each !== "yes") suspects.add(shape);
          answer = worse(answer, each);
        }
      }
      if (answer === "yes" && !keepsExclusive(from, to, this.includes)) answer = "unknown";
    }
    if (answer === "yes" || this.#isProof || this.witness(sender, receiver) !== undefined) return answer;
    if (this.#spent > MAX_WORK) return answer;
    const start = work.done;
    const found = this.#example(sender, receiver, suspects, refused);
    this.#spent += work.done - start;
    if (found) return "no";
    // What is refused is part of nothing that is ever sent, if examples were found and it is in none.
    return refused.size === 0 && this.#unshown === unshown ? "unknown" : answer;
  }

  /**
   * Looks for a value that is sent and refused.
   *
   * @param suspects - alternatives that may be refused; none where it may be any
   * @param refused - alternatives that are thought to be refused: those that an example was found of are taken out
   */
  #example(sender: Node, receiver: Node, suspects: ReadonlySet<Shape>, refused: Set<Shape>): boolean {
    for (const { value, shape } of samplesOf(sender, receiver, suspects, this.#way, (...pair) =>
      this.witness(...pair),
    )) {
      refused.delete(shape);
      if (accepts(receiver, value, this.#way)) continue;
      this.#show(sender, receiver, value);
      // Alternatives of a `oneOf` that overlap are mostly meant as `anyOf`: that is a risk.
      if (!accepts(receiver, value, this.#way, true)) return true;
    }
    return false;
  }

  #show(sender: Node, receiver: Node, value: Json): void {
    const row = this.#witnesses.get(sender) ?? new Map<Node, Json>();
    this.#witnesses.set(sender, row.set(receiver, value));
  }

  #kindIncluded(kind: Kind, shape: Shape, targets: readonly Shape[], sender: Node, receiver: Node): Answer {
    if (shape.values !== undefined) {
      const [only] = targets;
      const isPlain = targets.length === 1 && only?.values !== undefined && only.conditions.length === 0;
      for (const [text, value] of shape.values) {
        if (isPlain ? only?.values?.has(text) : accepts(receiver, value, this.#way)) continue;
        this.#show(sender, receiver, value);
        return accepts(receiver, value, this.#way, true) ? "unknown" : "no";
      }
      return "yes";
    }
    if (targets.length === 0) return "no";
    // Alternatives with another tag need no look into what they hold.
    const near = nearOf(kind, shape, targets);
    const answers: Answer[] = [];
    for (const target of near) {
      const each = this.#shapeIncluded(kind, shape, target);
      if (each === "yes") return "yes";
      answers.push(each);
    }
    if (near.length === 0) return "unknown";
    const [only] = answers;
    if (answers.length === 1 && only !== undefined) return only;
    if (kind !== "object") return "unknown";
    const parts = splitByTag(shape);
    if (parts.length < 2) return "unknown";
    const each = parts.map((part) =>
      near.some((target) => this.#shapeIncluded(kind, part, target) === "yes") ? "yes" : "unknown",
    );
    return each.every((one) => one === "yes") ? "yes" : "unknown";
  }

  #shapeIncluded(kind: Kind, from: Shape, to: Shape): Answer {
    if (to === anything) return "yes";
    // A listed value may be the only one that is sent, but others are.
    if (to.values !== undefined) return "no";
    let answer: Answer = impliesConditions(from, to, this.includes) ? "yes" : "unknown";
    if (kind === "number" || kind === "string") {
      const scalar = scalarIncluded(kind, from, to);
      if (scalar === "no") this.#unshown += 1;
      answer = worse(answer, scalar);
    }
    if (kind === "array") answer = worse(answer, arrayIncluded(from, to, this.includes));
    if (kind === "object") answer = worse(answer, objectIncluded(from, to, this.includes, this.#way));
    return answer;
  }
}
