import { keysOf } from "@x/openapi";

const SCHEMA = /^#\/components\/schemas\/([^/]+)$/;

/** The name of the schema component that a reference stands for; undefined where it points elsewhere, or into one. */
export function componentSchemaOf(reference: unknown): string | undefined {
  return typeof reference === "string" && SCHEMA.test(reference) ? keysOf(reference).at(-1) : undefined;
}

export function isComponentSchema(reference: string): boolean {
  return SCHEMA.test(reference);
}
