import { unescapeSegment } from "@x/openapi";

const SCHEMA = /^#\/components\/schemas\/([^/]+)$/;

/** The name of the schema component that a reference stands for; undefined where it points elsewhere, or into one. */
export function componentSchemaOf(reference: unknown): string | undefined {
  const name = typeof reference === "string" ? SCHEMA.exec(reference)?.[1] : undefined;
  return name === undefined ? undefined : unescapeSegment(name);
}

export function isComponentSchema(reference: string): boolean {
  return SCHEMA.test(reference);
}
