import type { Answer } from "./inclusion/answer.ts";
import { plainRules } from "./rules/plain-rules.ts";
import { schemaRules } from "./rules/schema-rules.ts";
import type { Sdk, Wire } from "./types.ts";
import type { Direction } from "./rules/verdict.ts";

export type SchemaKind = keyof typeof schemaRules;
type PlainKind = keyof typeof plainRules;
export type Kind = SchemaKind | PlainKind;

/** Kinds whose verdict is a decision: what the schemas allow does not tell it. */
const DECIDED = new Set<Kind>([
  "additional-properties-closed",
  "default-changed",
  "discriminator-changed",
  "default-removed",
  "pattern-properties-removed",
  "property-became-read-only",
  "property-became-write-only",
  "property-removed",
]);
/** Kinds that have no order of their own: what the schemas allow tells it. */
const TOLD: { readonly [kind in Kind]?: true } = { "validation-changed": true, "not-compared": true };

/**
 * The stable id and the verdict of a kind of change, in a direction. The verdict on the code is what stands where nothing was
 * compiled.
 *
 * @param answer - whether all that may be sent now is still taken: then nobody is broken by a change of what is allowed
 */
export function judge(kind: Kind, direction: Direction, answer?: Answer): { id: string; wire: Wire; sdk: Sdk } {
  if (!isSchemaKind(kind)) {
    const [wire, sdk] = plainRules[kind].split(" ") as [Wire, Sdk];
    // What no operation reaches never travels.
    return { id: kind, wire: direction === "component" ? "compatible" : wire, sdk };
  }
  const [request, response, component] = schemaRules[kind];
  const id = `${direction}-${kind}`;
  if (direction === "component") return { id, wire: "compatible", sdk: component };
  const [ruled, sdk] = (direction === "request" ? request : response).split(" ") as [Wire, Sdk];
  let wire = ruled;
  if (answer === "yes" && !DECIDED.has(kind)) wire = "compatible";
  else if (answer !== undefined && TOLD[kind]) wire = answer === "no" ? "breaking" : "risky";
  // Breaking is what can be shown.
  else if (answer === "unknown" && ruled === "breaking" && !DECIDED.has(kind)) wire = "risky";
  return { id, wire, sdk };
}

/** Whether the verdict of a kind is a decision, whatever the schemas allow. */
export function isDecided(kind: Kind): boolean {
  return DECIDED.has(kind) || !isSchemaKind(kind);
}

function isSchemaKind(kind: Kind): kind is SchemaKind {
  return Object.hasOwn(schemaRules, kind);
}
