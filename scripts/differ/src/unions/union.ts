import { below, isObject, referenceIn, type Json } from "@x/openapi";
import { documentationKeywords } from "../schema/keywords.ts";
import type { Place, Side } from "../document/side.ts";
import { typesOf } from "../schema/value-set.ts";

/** One alternative of a union, and the name it is referred to by. */
export interface Member {
  places: Place[];
  pointer: string;
  reference: string | undefined;
}

/** A `oneOf` or `anyOf`. */
export interface Union {
  keyword: "oneOf" | "anyOf";
  pointer: string;
  members: Member[];
  /** Whether an alternative is null: it is then no member any more. */
  nullable: boolean;
  /** Set where the members are but a list of types, which is what `type: [a, b]` says as well. */
  types: Set<string> | undefined;
  discriminator: Discriminator | undefined;
}

export interface Discriminator {
  property: string;
  pointer: string;
  /** Values by what they stand for, as written. */
  mapping: Map<string, Json>;
}

/** The alternatives of a union, with null and plain lists of types taken out. */
export function simplifyUnion(side: Side, { value, pointer }: Place, keyword: "oneOf" | "anyOf"): Union {
  const members: Member[] = [];
  let nullable = false;
  let types: Set<string> | undefined = new Set();
  for (const [index, alternative] of (value[keyword] as Json[]).entries()) {
    const place = below(pointer, keyword, index);
    const places = side.schema(alternative, place);
    const single = places.length === 1 ? places[0]?.value : undefined;
    const named = single === undefined ? undefined : typesOf(single);
    if (named !== undefined && named.nullable && named.types.size === 0) {
      nullable = true;
      continue;
    }
    const bare =
      single !== undefined && Object.keys(single).every((key) => key === "type" || key === "nullable" || isSilent(key));
    if (!bare || named === undefined) types = undefined;
    else {
      for (const type of named.types) types?.add(type);
      if (named.nullable || single["nullable"] === true) nullable = true;
    }
    members.push({ places, pointer: place, reference: referenceIn(alternative) });
  }
  return {
    keyword,
    pointer: below(pointer, keyword),
    members,
    nullable,
    types: members.length > 0 ? types : undefined,
    discriminator: discriminatorOf(value["discriminator"], below(pointer, "discriminator")),
  };
}

function isSilent(keyword: string): boolean {
  return documentationKeywords.includes(keyword) || keyword === "example" || keyword.startsWith("x-");
}

function discriminatorOf(written: Json | undefined, pointer: string): Discriminator | undefined {
  if (!isObject(written) || typeof written["propertyName"] !== "string") return undefined;
  const mapping = isObject(written["mapping"]) ? Object.entries(written["mapping"]) : [];
  return { property: written["propertyName"], pointer, mapping: new Map(mapping) };
}
