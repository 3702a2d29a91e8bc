import { isDeepStrictEqual } from "node:util";
import { below, isObject, ownOf, type JsonObject } from "@x/openapi";
import type { Operation } from "./operation-list.ts";
import type { Scope } from "../document/scope.ts";
import { objectAt, type Side } from "../normal-form/side.ts";

/** One way to be let in: what has to be shown (spelt out, so that names mean nothing), and with which scopes. */
type Alternative = Map<string, Set<string>>;

interface Security {
  pointer: string;
  /** Whether anything stands there. */
  written: boolean;
  alternatives: Alternative[];
  /** What the names stand for. */
  schemes: Map<string, string>;
  /** Whether nothing need be shown. */
  open: boolean;
}

/**
 * Compares what two operations demand of a caller. An operation's own `security` counts instead of the document's, even where
 * it is empty. What a deployed client shows today must still be enough.
 */
export function compareSecurity(scope: Scope, old: Operation, next: Operation): void {
  const before = securityOf(scope.walk.old, scope.walk.next, old);
  const after = securityOf(scope.walk.next, scope.walk.old, next);
  scope.enter("security", before.pointer, after.pointer, (inner) => {
    if (before.open && after.open) return;
    const where = after.written ? after.pointer : before.pointer;
    if (before.open) inner.report("security-added", where, `A caller must show ${spell(after)} now.`);
    else if (after.open) {
      inner.report("security-dropped", where, "A caller need not show anything any more.");
    } else compareAlternatives(inner, before, after);
  });
}

function compareAlternatives(scope: Scope, before: Security, after: Security): void {
  let kept = 0;
  for (const old of before.alternatives) {
    const accepted = after.alternatives.filter((next) => [...next.keys()].every((scheme) => old.has(scheme)));
    if (accepted.length === 0) {
      const text = `${spellOne(old)} is no longer enough; a caller must show ${spell(after)}.`;
      scope.report("security-scheme-changed", redefined(before, after, old) ?? after.pointer, text);
      return;
    }
    const nearest = accepted.toSorted((left, right) => extraScopes(old, left) - extraScopes(old, right))[0];
    if (nearest === undefined) continue;
    kept += 1;
    if (extraScopes(old, nearest) > 0) {
      scope.report("security-scope-added", after.pointer, `A caller needs more scopes of ${spellOne(nearest)}.`);
    } else if (nearest.size < old.size) {
      scope.report("security-loosened", after.pointer, `${spellOne(nearest)} alone is enough now.`);
    } else if (extraScopes(nearest, old) > 0) {
      scope.report("security-scope-removed", after.pointer, `A caller needs fewer scopes of ${spellOne(nearest)}.`);
    }
  }
  const [oldFirst] = before.alternatives;
  const [nextFirst] = after.alternatives;
  if (kept === before.alternatives.length && oldFirst !== undefined && nextFirst !== undefined) {
    const sameSchemes = [...nextFirst.keys()].every((scheme) => oldFirst.has(scheme));
    if (!sameSchemes) {
      const text = `${spellOne(nextFirst)} comes before ${spellOne(oldFirst)} now.`;
      scope.report("security-order-changed", after.pointer, text);
    }
  }
  if (after.alternatives.length > kept) {
    scope.report("security-alternative-added", after.pointer, `There is another way in: ${spell(after)}.`);
  }
}

/** Where a scheme of that alternative kept its name and means something else now. */
function redefined(before: Security, after: Security, alternative: Alternative): string | undefined {
  for (const [name, identity] of before.schemes) {
    const now = after.schemes.get(name);
    if (alternative.has(identity) && now !== undefined && now !== identity)
      return below("/components/securitySchemes", name);
  }
  return undefined;
}

/** How many scopes the second asks for that the first does not have. */
function extraScopes(held: Alternative, asked: Alternative): number {
  let extra = 0;
  for (const [scheme, scopes] of asked) {
    for (const scope of scopes) if (held.get(scheme)?.has(scope) !== true) extra += 1;
  }
  return extra;
}

function securityOf(side: Side, other: Side, { place }: Operation): Security {
  const own = place.value["security"];
  const written = Array.isArray(own) ? own : side.document["security"];
  const pointer = Array.isArray(own) ? below(place.pointer, "security") : "/security";
  const alternatives: Alternative[] = [];
  const schemes = new Map<string, string>();
  for (const requirement of Array.isArray(written) ? written.filter(isObject) : []) {
    const alternative: Alternative = new Map();
    for (const [name, scopes] of Object.entries(requirement)) {
      const identity = identityOf(side, other, name);
      schemes.set(name, identity);
      alternative.set(identity, new Set(Array.isArray(scopes) ? scopes.map(String) : []));
    }
    const known = alternatives.some((each) => isDeepStrictEqual(each, alternative));
    if (!known) alternatives.push(alternative);
  }
  const open = alternatives.length === 0 || alternatives.some(({ size }) => size === 0);
  return { pointer, written: written !== undefined, alternatives, schemes, open };
}

/** What a scheme makes a caller send. One that both documents have under its name is not another one of its kind. */
function identityOf(side: Side, other: Side, name: string): string {
  const own = identityIn(side, name) ?? `an unknown scheme ${name}`;
  const isShared = identityIn(other, name) === own;
  const isAlone = [side, other].every(
    (each) => schemesOf(each).filter((scheme) => identityIn(each, scheme) === own).length < 2,
  );
  return isShared && !isAlone ? `${own} (${name})` : own;
}

function schemesOf({ document }: Side): string[] {
  return Object.keys(objectAt(objectAt(document, "components"), "securitySchemes"));
}

function identityIn(side: Side, name: string): string | undefined {
  const written = ownOf(objectAt(objectAt(side.document, "components"), "securitySchemes"), name);
  return schemeIdentity(side.resolve(written, below("/components/securitySchemes", name)).value);
}

/** A scheme in words that are the same for schemes that make a caller send the same. Undefined where it has no type. */
export function schemeIdentity(scheme: JsonObject): string | undefined {
  switch (scheme["type"]) {
    case "http":
      return `HTTP ${String(scheme["scheme"]).toLowerCase()}`;
    case "apiKey":
      return `an API key in the ${String(scheme["in"])} ${nameIn(scheme)}`;
    case "oauth2":
      return "an OAuth 2 token";
    case "openIdConnect":
      return `an OpenID token of ${String(scheme["openIdConnectUrl"])}`;
    case undefined:
      return undefined;
    default:
      return String(scheme["type"]);
  }
}

function nameIn(scheme: JsonObject): string {
  const name = String(scheme["name"]);
  return scheme["in"] === "header" ? name.toLowerCase() : name;
}

function spell({ alternatives }: Security): string {
  return alternatives.map(spellOne).join(", or ");
}

function spellOne(alternative: Alternative): string {
  return [...alternative.keys()].join(" and ");
}
