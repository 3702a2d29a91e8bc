import { type Json, type JsonObject, at } from "@x/openapi";

/** Pointers (`/components/…`) of all that some values refer to, directly or through what they refer to. */
export function reachable(document: JsonObject, values: readonly Json[]): Set<string> {
  const reached = new Set<string>();
  const waiting: Json[] = [...values];
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    if (typeof value !== "object" || value === null) continue;
    for (const [key, member] of Object.entries(value)) {
      if (key !== "$ref" || typeof member !== "string") {
        waiting.push(member);
        continue;
      }
      const pointer = member.replace(/^#/, "");
      if (reached.has(pointer)) continue;
      reached.add(pointer);
      waiting.push(at(document, pointer) ?? null);
    }
  }
  return reached;
}
