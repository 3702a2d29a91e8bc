import { removeAt, type Json } from "@x/openapi";
import type { Spec } from "../spec/spec.ts";

/** Cuts before a body is given up: each takes one value with all that is in it. */
const MAX_CUTS = 200;

/**
 * A body without the values that its own schema refuses, or undefined where nothing valid is left. Prism's generator
 * breaks off in the middle of recursive schemas and can't always tell the members of a union apart.
 */
export function withoutInvalid(spec: Spec, schema: string, body: Json): Json | undefined {
  const rest = structuredClone(body);
  for (let cut = 0; cut < MAX_CUTS; cut += 1) {
    const path = spec.faultyPath(schema, rest);
    if (path === undefined) return rest;
    if (path === "") return undefined;
    removeAt(rest, path);
  }
  return undefined;
}
