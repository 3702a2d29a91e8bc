import {
  isJson,
  schemaKeys,
  strikeKeys,
  unknownKeys,
  type Spec,
  type SpecOperation,
  type SpecResponse,
} from "@x/contract";
import type { Recorded } from "./recorder.ts";

/** What is found of a call, and what it says: whether the API and its document differ, nothing can be said, or neither. */
export const KINDS = {
  violation: "differs",
  "undocumented status": "differs",
  "undocumented media type": "differs",
  "unknown field": "differs",
  "no key needed": "differs",
  "not authorised": "unknown",
  "no success": "unknown",
  failed: "unknown",
  "undocumented error": "note",
  "wrong type accepted": "note",
  "field never seen": "note",
  "not called": "note",
} as const;

export type DriftKind = keyof typeof KINDS;

/** One thing that the live API does beside its document, or that could not be looked at. */
export interface Finding {
  /** `GET /rooms/{room_id}`, and what was asked wrongly on purpose, if anything was. */
  readonly operation: string;
  readonly kind: DriftKind;
  readonly detail: string;
}

/** Statuses of servers that are overloaded or away: they say nothing about the document. */
const AWAY = new Set([429, 502, 503, 504]);

/** Why a response says nothing about the operation; undefined where it does. */
export function unableToSay({ status }: Recorded, documented: SpecResponse | undefined): DriftKind | undefined {
  if (status === 401 || status === 403) return "not authorised";
  if (AWAY.has(status) && documented === undefined) return "failed";
  return status >= 400 && documented !== undefined ? "no success" : undefined;
}

/** The response that an operation documents for a status. */
export function documentedFor({ responses }: SpecOperation, status: number): SpecResponse | undefined {
  const keys = [String(status), `${Math.floor(status / 100)}XX`, "default"];
  return keys
    .map((key) => responses.find((response) => response.key.toUpperCase() === key.toUpperCase()))
    .find(Boolean);
}

/** Holds a response against what is documented for its status. Returns what differs, and why, in short. */
export function differences(
  spec: Spec,
  { content }: SpecResponse,
  { type, body, isEmpty }: Recorded,
): [kind: DriftKind, detail: string][] {
  if (content.length === 0) return [];
  if (isEmpty) return [["violation", "the body is empty"]];
  const media = content.find(({ mediaType }) => matches(mediaType, type));
  if (media === undefined) return [["undocumented media type", type || "none"]];
  if (!isJson(media.mediaType)) return [];
  if (body === undefined) return [["violation", "the body is no JSON"]];
  if (media.schema === undefined) return [];
  const faults = spec.faults(media.schema, body).map((fault) => ["violation", fault] as const);
  const unknown = Array.from(unknownKeys(spec, media.schema, body), (path) => ["unknown field", path] as const);
  return [...faults, ...unknown].map(([kind, detail]) => [kind, detail]);
}

/** The documented fields that a response does not have, by pointer. */
export function neverSeen(spec: Spec, { content }: SpecResponse, { type, body }: Recorded): Set<string> {
  const media = content.find(({ mediaType }) => matches(mediaType, type));
  if (media?.schema === undefined || body === undefined) return new Set();
  const missing = schemaKeys(spec, media.schema);
  strikeKeys(spec, media.schema, body, missing);
  return missing;
}

function matches(documented: string, received: string): boolean {
  const wanted = documented.split(";")[0]?.trim().toLowerCase() ?? "";
  return wanted === received || wanted === "*/*" || (wanted.endsWith("/*") && received.startsWith(wanted.slice(0, -1)));
}

/** The violations that Prism names in the error it gives in place of a response that breaks the spec. */
export function violations(body: unknown): string[] {
  const { validation } = Object(body) as { validation?: unknown };
  if (!Array.isArray(validation)) return [];
  return validation.map((item) => {
    const { location, message } = Object(item) as { location?: unknown; message?: unknown };
    const where = Array.isArray(location) ? location.join(".") : "";
    return `${where}: ${String(message)}`;
  });
}
