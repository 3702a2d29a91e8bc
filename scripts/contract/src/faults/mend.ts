import { at, keysOf, type Json } from "../spec/json.ts";
import type { Spec } from "../spec/spec.ts";

/** Cuts before a body is given up: each takes one value with all that is in it. */
const MAX_CUTS = 200;

/**
 * A body without the values that its own schema refuses, or undefined where nothing valid is left. Prism's generator
 * breaks off in the middle of recursive schemas and can't always tell the members of a union apart.
 */
export function mend(spec: Spec, schema: string, body: Json): Json | undefined {
  const mended = structuredClone(body);
  for (let cut = 0; cut < MAX_CUTS; cut += 1) {
    const path = spec.faultyPath(schema, mended);
    if (path === undefined) return mended;
    if (path === "") return undefined;
    const owner = at(mended, path.slice(0, path.lastIndexOf("/")));
    const key = keysOf(path).at(-1) as string;
    if (Array.isArray(owner)) owner.splice(Number(key), 1);
    else delete (owner as { [key: string]: Json })[key];
  }
  return undefined;
}
