import type { Json } from "@x/openapi";
import type { Answer } from "../inclusion/answer.ts";
import { isDecided } from "../rules.ts";
import { show } from "../wording.ts";
import type { Entry, Node, Walk } from "./scope.ts";

/**
 * What an operation sends or receives is judged as a whole too. Where not all of it is taken, and nothing that was found
 * inside says so, that is told by itself: so nothing is passed over because no rule knows it. Where all of it is taken though a
 * part refuses something, another alternative takes that, or it never comes: that is a risk.
 */
export function judgeWholes(walk: Walk): void {
  const wholes = walk.entries.map((entry) => ({
    ...entry,
    answer: walk.answer(entry.scope.direction, entry.old, entry.next),
    node: walk.schemaNode(entry.scope.direction, entry.old, entry.next),
  }));
  // What is refused somewhere inside and in no whole is a risk at most.
  const broken = reachedFrom(wholes.filter(({ answer }) => answer === "no").flatMap(({ node }) => node ?? []));
  for (const node of walk.gaveUp ? [] : reachedFrom(wholes.flatMap(({ node: each }) => each ?? []))) {
    if (broken.has(node)) continue;
    for (const finding of node.findings)
      if (finding.wire === "breaking" && finding.direction !== "component" && !isDecided(finding.kind))
        finding.wire = "risky";
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
