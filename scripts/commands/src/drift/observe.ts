import {
  isJson,
  schemaKeys,
  strikeKeys,
  unknownKeys,
  type Spec,
  type SpecOperation,
  type SpecResponse,
} from "@x/contract";
import { shortened } from "../update/fitting.ts";
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

/** Of one response: the first ones tell what is wrong, and a response may be wrong in a million places. */
const MOST_DIFFERENCES = 50;

/** Holds a response against what is documented for its status. Returns what differs, and why, in short. */
export function differences(spec: Spec, documented: SpecResponse, recorded: Recorded): Difference[] {
  const found: Difference[] = [];
  try {
    for (const [kind, detail] of allDifferences(spec, documented, recorded)) {
      if (found.length === MOST_DIFFERENCES) break;
      found.push([kind, shortened(detail)]);
    }
  } catch (thrown) {
    // A body can be made deeper than any validator can go.
    if (!(thrown instanceof RangeError)) throw thrown;
    found.push(["failed", `the body can't be looked at: ${thrown.message}`]);
  }
  return found;
}

type Difference = [kind: DriftKind, detail: string];

function* allDifferences(spec: Spec, { content }: SpecResponse, recorded: Recorded): Generator<Difference> {
  const { type, body, isEmpty } = recorded;
  if (content.length === 0) return;
  if (isEmpty) return yield ["violation", "the body is empty"];
  const media = content.find(({ mediaType }) => matches(mediaType, type));
  if (media === undefined) return yield ["undocumented media type", type || "none"];
  if (!isJson(media.mediaType)) return;
  if (body === undefined) return yield ["violation", "the body is no JSON"];
  if (media.schema === undefined) return;
  for (const fault of spec.faults(media.schema, body)) yield ["violation", fault];
  for (const path of unknownKeys(spec, media.schema, body)) yield ["unknown field", path];
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
