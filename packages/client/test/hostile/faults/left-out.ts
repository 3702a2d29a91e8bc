import type { Fault } from "../fault.ts";

/** A query of which a part is left out of the target. */
function leftOut(name: string, given: object, target: string, more: Partial<Fault> = {}): Fault {
  return {
    name: `a query with ${name}`,
    input: { path: { id: "1" }, query: given },
    expect: { name: "resolves" },
    head: new RegExp(`^GET /v1/${target} HTTP`),
    requests: 1,
    ...more,
  };
}

/** What is null or undefined within a query. */
export const leftOutFaults: readonly Fault[] = [
  leftOut("null", { expand: null }, "things/1"),
  leftOut("an array with a hole", { tags: ["a", undefined] }, "things/1\\?tags=a"),
  leftOut("null deep inside", { filter: { a: { b: null, c: 1 } } }, "things/search\\?filter\\[a\\]\\[c\\]=1", {
    operation: "searchThings",
    input: { query: { filter: { a: { b: null, c: 1 } } } },
  }),
];
