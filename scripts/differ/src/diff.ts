import type { JsonObject } from "@x/openapi";
import { judgeCode } from "./sdk/judge-code.ts";
import { compareComponents, matchComponents } from "./document/components.ts";
import { compareDocumentParts } from "./document/document-parts.ts";
import { listOperations, matchOperations } from "./operations/operation-list.ts";
import { compareOperations } from "./operations/operations.ts";
import { judgeWholes } from "./document/wholes.ts";
import { type Finding, type Node, Walk } from "./document/scope.ts";
import { Side } from "./normal-form/side.ts";
import { type Change, type Diff, sdks, wires, worst } from "./types.ts";

export interface DiffOptions {
  /** What the two documents are called in errors. */
  readonly old?: string | undefined;
  readonly next?: string | undefined;
  /** Whether the code is judged by compiling. @default true */
  readonly compile?: boolean;
  /** Told of each step that takes time. */
  readonly onStep?: (step: string) => void;
}

/**
 * All that changed from one OpenAPI document (3.0 or 3.1) to another, judged for deployed clients (`wire`) and for code written
 * against the generated package (`sdk`): by compiling it. Neither document is touched.
 *
 * @throws {Problem} when a reference dangles, leaves its document or goes round in a circle, or the compiler can't be run
 */
export async function diffSpecs(old: JsonObject, next: JsonObject, options: DiffOptions = {}): Promise<Diff> {
  const { changes: found } = compareByRule(old, next, options);
  const strangers = haveNothingInCommon(old, found)
    ? ["The two documents have no operation in common: they may be of two APIs."]
    : [];
  if (options.compile === false) {
    const notes = [...strangers, "Nothing was compiled: the verdict on the code is by rule."];
    return { ...worst(found), changes: found, notes };
  }
  const names = { old: options.old ?? "the old document", next: options.next ?? "the new document" };
  const [judged] = await judgeCode([{ old, next, names, changes: found }], options.onStep);
  const changes = inOrder(judged?.changes ?? found);
  return { ...worst(changes), changes, notes: [...strangers, ...(judged?.notes ?? [])], seen: judged?.seen ?? [] };
}

/** Whether all operations of a document are gone, and there are others instead. */
function haveNothingInCommon(old: JsonObject, changes: readonly Change[]): boolean {
  const count = (id: string): number => changes.filter((change) => change.id === id).length;
  const gone = count("operation-removed");
  return gone > 0 && count("operation-added") > 0 && gone === listOperations(new Side(old, "the old document")).length;
}

/** The changes and what their rules say of them: what `diffSpecs` has before it compiles. */
export function compareByRule(
  oldDocument: JsonObject,
  newDocument: JsonObject,
  options: Pick<DiffOptions, "old" | "next"> = {},
): Omit<Diff, "notes"> {
  const old = new Side(oldDocument, options.old ?? "the old document");
  const next = new Side(newDocument, options.next ?? "the new document");
  const walk = new Walk(old, next);
  const oldOperations = listOperations(old);
  const nextOperations = listOperations(next);
  const components = matchComponents(walk);
  const operations = matchOperations(oldOperations, nextOperations);
  compareOperations(walk, operations);
  walk.drain();
  compareComponents(walk, components, operations);
  compareDocumentParts(walk, oldOperations, nextOperations);
  walk.drain();
  judgeWholes(walk);
  const changes = inOrder(collect(walk));
  return { ...worst(changes), changes };
}

/** One change for each finding, with all operations it reaches. */
function collect(walk: Walk): Change[] {
  const nodes = [...walk.nodes.values()].filter(({ findings }) => findings.length > 0);
  const travelling = new Set<string>();
  for (const { findings } of nodes) {
    for (const { kind, direction, where } of findings)
      if (direction !== "component") travelling.add(`${kind} ${where}`);
  }
  const found = new Map<string, { finding: Finding; operations: Set<string> }>();
  for (const [index, node] of nodes.entries()) {
    const operations = operationsAbove(node, index + 1);
    for (const finding of node.findings) {
      // What operations send or receive is judged by that, not again as the type that an unused component makes of it.
      if (finding.direction === "component" && travelling.has(`${finding.kind} ${finding.where}`)) continue;
      const key = JSON.stringify([finding.id, finding.where, finding.text]);
      const known = found.get(key);
      if (known === undefined) found.set(key, { finding, operations: new Set(operations) });
      else for (const operation of operations) known.operations.add(operation);
    }
  }
  return [...found.values()].map(({ finding, operations }): Change => ({
    id: finding.id,
    where: finding.where,
    operation: operations.size === 0 ? null : [...operations].toSorted().join(", "),
    wire: finding.wire,
    sdk: finding.sdk,
    text: finding.text,
  }));
}

/** Worst first, then by place. */
function inOrder(changes: readonly Change[]): Change[] {
  return changes.toSorted(
    (left, right) =>
      wires.indexOf(right.wire) - wires.indexOf(left.wire) ||
      sdks.indexOf(right.sdk) - sdks.indexOf(left.sdk) ||
      compareText(left.where, right.where) ||
      compareText(left.id, right.id),
  );
}

/** All operations that use a node. `mark` is unlike that of any search before: it saves a set of what was seen. */
function operationsAbove(start: Node, mark: number): Set<string> {
  const operations = new Set<string>();
  const waiting = [start];
  start.mark = mark;
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.operation !== undefined) operations.add(node.operation);
    for (const parent of node.parents) {
      if (parent.mark === mark) continue;
      parent.mark = mark;
      waiting.push(parent);
    }
  }
  return operations;
}

function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
