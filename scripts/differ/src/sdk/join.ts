import { at, below, isObject, keysOf, type JsonObject } from "@x/openapi";
import { placeOfPointer } from "./place-of-change.ts";
import type { Break } from "./types-verdict.ts";
import { isSemantic } from "../rules/semantic.ts";
import { type Change, sdks, type Sdk } from "../types.ts";

/** A change with what its rule says of the code, where nothing else tells. */
interface Candidate {
  readonly change: Change;
  readonly place: string | undefined;
  readonly operations: ReadonlySet<string>;
  sdk: Sdk;
}

/**
 * The verdict on the code a change: what the compiler says at its place, or what its rule says where the compiler can't know.
 * Every other change is a patch. What the compiler says elsewhere is a change of its own.
 */
export function joinBreaks(
  changes: readonly Change[],
  breaks: readonly Break[],
  documents: readonly JsonObject[],
): Change[] {
  const candidates = changes.map((change): Candidate => ({
    change,
    place: placeOfPointer(change.where, documents),
    operations: operationsOf(change, documents),
    sdk: isSemantic(change.id) ? change.sdk : "patch",
  }));
  const others = new Map<string, Change>();
  for (const each of breaks) {
    const best = bestOf(candidates, each);
    for (const candidate of best) candidate.sdk = worstOf(candidate.sdk, each.sdk);
    if (best.length > 0) continue;
    const { operation, place } = each.place;
    const key = `${operation ?? ""} ${place} ${each.sdk}`;
    if (!others.has(key)) others.set(key, changeOf(each));
  }
  return [...candidates.map(({ change, sdk }) => ({ ...change, sdk })), ...others.values()];
}

/** The methods that a change is about, by the names that either document gives them. */
function operationsOf({ operation, where }: Change, documents: readonly JsonObject[]): Set<string> {
  const names = (operation ?? "").split(", ");
  const [paths, path, method] = keysOf(where);
  if (paths === "paths" && path !== undefined && method !== undefined) {
    for (const document of documents) {
      const found = at(document, below("/paths", path, method));
      if (isObject(found) && typeof found["operationId"] === "string") names.push(found["operationId"]);
    }
  }
  return new Set(names.filter((name) => name !== "").map(plain));
}

/** The changes that are most about a place: a component that is sent and received has one for each. */
function bestOf(candidates: readonly Candidate[], { place: { operation, place }, sdk, message }: Break): Candidate[] {
  let best: Candidate[] = [];
  let highest = 2;
  for (const candidate of candidates) {
    const reached = likeness(candidate, { operation, place }, message, sdk) + (candidate.change.sdk === sdk ? 1 : 0);
    if (reached > highest) [best, highest] = [[candidate], reached];
    else if (reached === highest) best.push(candidate);
  }
  return best;
}

/** How much a change is about a place: the same, one within the other, or at least the same operation. */
function likeness(
  { change, place, operations }: Candidate,
  { operation, place: used }: Break["place"],
  message: string,
  sdk: Sdk,
): number {
  const isOperation = operation === undefined || operations.has(plain(operation));
  const [one, other] = [plainPlace(place ?? ""), plainPlace(used)];
  // A model's own place is the same wherever it is used.
  const isModel = !/^(input|output|error)\b/.test(used);
  if (one === other && (isModel || isOperation)) return 100;
  // The compiler names the property that is missing or too much, wherever the statement stands.
  const name = place?.split(".").at(-1)?.split("[")[0];
  const isNamed = name && (message.includes(`'${name}'`) || message.includes(`'"${name}"'`));
  const isAround = isModel ? rootOf(one) === rootOf(other) : isOperation;
  if (isNamed && isAround) return 20;
  // A part that several models share shows in each of them.
  if (isNamed && isModel && change.sdk === sdk) return 8;
  const isWithin = one !== "" && (other.startsWith(one) || one.startsWith(other));
  if (isWithin && (isModel || isOperation)) return 10 + Math.min(one.length, other.length) / 10;
  const isOperationWhole =
    /^(operation|success|error-status|status|security|server|base-path|path-parameter|parameter|required-parameter|request-(body|media)|required-request|response-media|media)/.test(
      change.id,
    );
  if (operation !== undefined && isOperation && isOperationWhole) return 5;
  if (operation === undefined && /^component-(renamed|removed|added)$/.test(change.id)) return 1;
  if (operation === undefined && change.text.includes(used)) return 5;
  if (operation === undefined && plain(keysOf(change.where).join()).includes(plain(used.replace(/^[A-Z]+ /, ""))))
    return 5;
  return operation !== undefined && isOperation ? 1 : 0;
}

function changeOf({ sdk, place: { operation, place }, message }: Break): Change {
  const what = operation === undefined ? place : `the ${place} of ${operation}`;
  const text =
    sdk === "major"
      ? `Code that uses ${what} no longer compiles: ${message}`
      : `The types of ${what} allow what they did not before.`;
  return { id: "types-changed", where: "", operation: operation ?? null, wire: "compatible", sdk, text };
}

function rootOf(place: string): string {
  return place.split(/[.[]/)[0] ?? "";
}

function plain(text: string): string {
  return text.replaceAll(/[^A-Za-z0-9]/g, "").toLowerCase();
}

function plainPlace(place: string): string {
  return place.replaceAll(/[^A-Za-z0-9.[\]]/g, "").toLowerCase();
}

function worstOf(left: Sdk, right: Sdk): Sdk {
  return sdks[Math.max(sdks.indexOf(left), sdks.indexOf(right))] ?? left;
}
