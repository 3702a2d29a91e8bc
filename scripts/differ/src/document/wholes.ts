import type { Json } from "@x/openapi";
import type { Answer } from "../inclusion/answer.ts";
import { isDecided } from "../rules.ts";
import { type Wire, wires } from "../types.ts";
import { show } from "../wording.ts";
import type { Entry, Node, Walk } from "./scope.ts";

/** What a change inside a whole is at most, by whether all that may be sent of the whole is taken. */
const most: Readonly<Record<Answer, Wire>> = { yes: "compatible", unknown: "risky", no: "breaking" };

/**
 * What an operation sends or receives is judged as a whole too. Where not all of it is taken, and nothing that was found
 * inside says so, that is told by itself: so nothing is passed over because no rule knows it. Where all of it is taken, nothing
 * inside breaks anything: what is refused there never comes.
 */
export function judgeWholes(walk: Walk): void {
  const wholes = walk.entries.map((entry) => ({
    ...entry,
    answer: walk.answer(entry.scope.direction, entry.old, entry.next),
    node: walk.schemaNode(entry.scope.direction, entry.old, entry.next),
  }));
  const highest = new Map<Node, Wire>();
  for (const answer of ["yes", "unknown", "no"] as const) {
    const nodes = wholes.filter((whole) => whole.answer === answer).flatMap(({ node }) => node ?? []);
    for (const node of reachedFrom(nodes)) highest.set(node, most[answer]);
  }
  for (const [node, limit] of highest) {
    if (walk.gaveUp && limit !== "compatible") continue;
    for (const finding of node.findings) {
      if (finding.direction === "component" || isDecided(finding.kind)) continue;
      if (wires.indexOf(finding.wire) > wires.indexOf(limit)) finding.wire = limit;
    }
  }
  for (const { node, answer, ...entry } of wholes) tellWhole(walk, entry, node, answer);
}

function tellWhole(walk: Walk, { scope, old, next }: Entry, node: Node | undefined, answer: Answer): void {
  const where = next.places[0]?.pointer ?? "";
  const name = scope.name(where);
  const told = new Set(
    node === undefined ? [] : [...reachedFrom([node])].flatMap(({ findings }) => findings.map(({ wire }) => wire)),
  );
  if (answer === "yes") {
    if (told.size > 0 || walk.areEqual(old, next, scope.direction)) return;
    const text = `${name} is described otherwise; all that may be sent is still taken.`;
    return scope.answering(answer).report("not-compared", where, text);
  }
  if (told.has("risky") || told.has("breaking")) return;
  const witness = walk.witness(scope.direction, old, next) as Json | undefined;
  const verb = scope.direction === "request" ? "refuses what it took before" : "may be what it never was before";
  const text =
    witness === undefined
      ? `${name} can't be compared: neither a proof nor an example was found.`
      : `${name} ${verb}, such as ${show(witness)}.`;
  scope.answering(witness === undefined ? "unknown" : "no").report("not-compared", where, text);
}

function reachedFrom(nodes: readonly Node[]): Set<Node> {
  const seen = new Set<Node>(nodes);
  for (const node of seen) for (const child of node.children) seen.add(child);
  return seen;
}
