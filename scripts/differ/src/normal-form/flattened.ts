import { below } from "@x/openapi";
import type { Node } from "./side.ts";

/**
 * Alternatives that are nothing but alternatives themselves give theirs. Each is looked into once.
 *
 * @param exclusive - told of each `oneOf` on the way
 */
export function flattened(nodes: readonly Node[], exclusive: (readonly Node[])[]): Node[] {
  const leaves = new Set<Node>();
  const seen = new Set<Node>();
  const waiting = nodes.toReversed();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    const [only, ...more] = node.places;
    const keys = Object.keys(only?.value ?? {}).filter((key) => key !== "description" && key !== "title");
    const [key] = keys;
    const list = key === "anyOf" || key === "oneOf" ? only?.value[key] : undefined;
    if (only === undefined || more.length > 0 || keys.length !== 1 || !Array.isArray(list) || list.length === 0)
      leaves.add(node);
    else {
      const inner = list.map((each, index) => node.side.node(each, below(only.pointer, key as string, index)));
      if (key === "oneOf" && inner.length > 1) exclusive.push(inner);
      waiting.push(...inner.toReversed());
    }
  }
  return [...leaves];
}
