import { schemaKeys, strikeKeys, unknownKeys, type Spec, type SpecOperation } from "@x/contract";
import type { Recorded } from "./recorder.ts";

export type DriftKind =
  | "violation"
  | "undocumented status"
  | "unknown field"
  | "field never seen"
  | "not called"
  | "not authorised"
  | "failed";

/** One thing that the live API does beside its document, or that could not be looked at. */
export interface Finding {
  readonly operation: string;
  readonly kind: DriftKind;
  readonly detail: string;
}

const DRIFT: ReadonlySet<DriftKind> = new Set(["violation", "undocumented status", "unknown field"]);

/** Whether a finding says that the live API and its document differ. */
export function isDrift({ kind }: Finding): boolean {
  return DRIFT.has(kind);
}

/** Whether a response is about the key, and so says nothing about the operation. */
export function isAboutKey({ status }: Recorded): boolean {
  return status === 401 || status === 403;
}

/** Holds one recorded response against what the spec documents for its status. */
export function observe(spec: Spec, operation: SpecOperation, { status, body }: Recorded): Finding[] {
  const found = (kind: DriftKind, detail: string): Finding => ({ operation: operation.key, kind, detail });
  const range = `${Math.floor(status / 100)}XX`;
  const documented = [String(status), range, "default"]
    .map((key) => operation.responses.find((response) => response.key === key))
    .find(Boolean);
  if (!documented) return [found("undocumented status", String(status))];
  const media = documented.content.find(({ mediaType }) => /\bjson\b/i.test(mediaType));
  if (media?.schema === undefined || body === undefined) return [];
  const missing = schemaKeys(spec, media.schema);
  strikeKeys(spec, media.schema, body, missing);
  return [
    ...Array.from(unknownKeys(spec, media.schema, body), (path) => found("unknown field", path)),
    ...Array.from(missing, (pointer) => found("field never seen", pointer)),
  ];
}

/** The violations that Prism names in the error it gives in place of a response that breaks the spec. */
export function violations(operation: SpecOperation, body: unknown): Finding[] {
  const { validation } = Object(body) as { validation?: unknown };
  if (!Array.isArray(validation)) return [];
  return validation.map((item) => {
    const { location, message } = Object(item) as { location?: unknown; message?: unknown };
    const where = Array.isArray(location) ? location.join(".") : "";
    return { operation: operation.key, kind: "violation", detail: `${where}: ${String(message)}` };
  });
}
