/** A graph: what each node leads to. */
export type Graph = ReadonlyMap<string, readonly string[]>;

/** Nodes that lead to each other, sorted, and one way round. */
export interface Circle {
  readonly members: readonly string[];
  /** The shortest way from the first member back to it. */
  readonly path: readonly string[];
}

/** The circles of a graph: its strongly connected components (Tarjan) of more than one node, or of one that leads to itself. */
export function circles(graph: Graph): Circle[] {
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const waiting = new Set<string>();
  const found: string[][] = [];
  const visit = (node: string): void => {
    const number = order.size;
    order.set(node, number);
    low.set(node, number);
    stack.push(node);
    waiting.add(node);
    for (const next of graph.get(node) ?? []) {
      if (!order.has(next)) visit(next);
      if (waiting.has(next)) low.set(node, Math.min(low.get(node) as number, low.get(next) as number));
    }
    if (low.get(node) !== number) return;
    const members = stack.splice(stack.indexOf(node));
    for (const member of members) waiting.delete(member);
    if (members.length > 1 || graph.get(node)?.includes(node)) found.push(members.toSorted());
  };
  for (const node of graph.keys()) if (!order.has(node)) visit(node);
  return found.map((members) => ({ members, path: shortestWay(graph, members[0] as string) }));
}

/** The shortest way from a node of a circle back to it. */
function shortestWay(graph: Graph, start: string): string[] {
  const cameFrom = new Map<string, string>();
  const queue = [start];
  for (const node of queue) {
    for (const next of graph.get(node) ?? []) {
      if (next === start) {
        const way = [start];
        for (let at = node; at !== start; at = cameFrom.get(at) as string) way.unshift(at);
        return [start, ...way];
      }
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, node);
      queue.push(next);
    }
  }
  return [start];
}
