import { plainRules } from "./schema/plain-rules.ts";
import { schemaRules } from "./schema/schema-rules.ts";
import type { Sdk, Wire } from "./types.ts";

/** `wire` and `sdk` in one word each. */
export type Verdict = `${Wire} ${Sdk}`;

/**
 * Which way a schema's data travels. `component`: the exported type of a component that no operation uses (or the
 * readOnly part of a request): nothing travels, so only the type counts.
 */
export type Direction = "request" | "response" | "component";

export type SchemaKind = keyof typeof schemaRules;
type PlainKind = keyof typeof plainRules;
export type Kind = SchemaKind | PlainKind;

/** The stable id and the verdict of a kind of change, in a direction. */
export function judge(kind: Kind, direction: Direction): { id: string; wire: Wire; sdk: Sdk } {
  if (!isSchemaKind(kind)) {
    const [wire, sdk] = plainRules[kind].split(" ") as [Wire, Sdk];
    // What no operation reaches never travels.
    return { id: kind, wire: direction === "component" ? "compatible" : wire, sdk };
  }
  const [request, response, component] = schemaRules[kind];
  const id = `${direction}-${kind}`;
  if (direction === "component") return { id, wire: "compatible", sdk: component };
  const [wire, sdk] = (direction === "request" ? request : response).split(" ") as [Wire, Sdk];
  return { id, wire, sdk };
}

function isSchemaKind(kind: Kind): kind is SchemaKind {
  return Object.hasOwn(schemaRules, kind);
}
