import { expect, test } from "vitest";
import { circles, type Graph } from "./circles.ts";

function graph(edges: { readonly [node: string]: string }): Graph {
  return new Map(Object.entries(edges).map(([node, to]) => [node, [...to]]));
}

test.each<[string, Graph, unknown]>([
  ["no circle", graph({ a: "bc", b: "c", c: "" }), []],
  ["a node that leads to itself", graph({ a: "a", b: "a" }), [{ members: ["a"], path: ["a", "a"] }]],
  ["two that lead to each other", graph({ b: "a", a: "b" }), [{ members: ["a", "b"], path: ["a", "b", "a"] }]],
  [
    "circles that share a node are one, told by its shortest way",
    graph({ a: "b", b: "c", c: "ad", d: "a" }),
    [{ members: ["a", "b", "c", "d"], path: ["a", "b", "c", "a"] }],
  ],
  [
    "two circles, one of which leads to the other",
    graph({ a: "bc", b: "a", c: "d", d: "c" }),
    [
      { members: ["c", "d"], path: ["c", "d", "c"] },
      { members: ["a", "b"], path: ["a", "b", "a"] },
    ],
  ],
  ["a node that is not in the graph", graph({ a: "z" }), []],
])("%s", (_, given, expected) => {
  expect(circles(given)).toEqual(expected);
});

test("of all graphs of four nodes: nodes are in a circle exactly when each leads to the other", () => {
  const nodes = [..."abcd"];
  const edges = nodes.flatMap((from) => nodes.filter((to) => to !== from).map((to) => [from, to] as const));
  const wrong: unknown[] = [];
  for (let bits = 0; bits < 2 ** edges.length; bits++) {
    const chosen = edges.filter((_, index) => bits & (1 << index));
    const all: Graph = new Map(
      nodes.map((node) => [node, chosen.filter(([from]) => from === node).map(([, to]) => to)]),
    );
    const found = circles(all);
    for (const { members, path } of found) {
      const [first] = members as [string];
      const mutual = nodes.filter((node) => reaches(all, first, node) && reaches(all, node, first));
      const isWay = path.slice(1).every((to, index) => all.get(path[index] as string)?.includes(to));
      const isRound = path[0] === first && path.at(-1) === first;
      if (members.join() !== mutual.join() || !isWay || !isRound) wrong.push({ chosen, members, path });
    }
    const inCircles = found.flatMap(({ members }) => members).toSorted();
    const expected = nodes.filter((node) => reaches(all, node, node));
    if (inCircles.join() !== expected.join()) wrong.push({ chosen, inCircles });
  }
  expect(wrong).toEqual([]);
});

function reaches(all: Graph, from: string, to: string): boolean {
  const queue = [from];
  const seen = new Set<string>();
  for (const node of queue) {
    for (const next of all.get(node) ?? []) {
      if (next === to) return true;
      if (!seen.has(next)) queue.push(next);
      seen.add(next);
    }
  }
  return false;
}
