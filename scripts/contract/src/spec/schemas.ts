import { isObject, walk, type JsonObject, type Place } from "@x/openapi";

/** Which way a value goes: a request has no read-only properties, a response no write-only ones. */
export type Direction = "request" | "response";

export interface LocatedSchema {
  readonly pointer: string;
  readonly schema: JsonObject;
  readonly direction: Direction;
}

/** Every schema of a document where it stands, those within schemas among them. References are not followed. */
export function schemasOf(document: JsonObject): LocatedSchema[] {
  const schemas: LocatedSchema[] = [];
  for (const place of walk(document)) {
    const { role, value, pointer } = place;
    if (role === "schema" && isObject(value)) schemas.push({ pointer, schema: value, direction: directionOf(place) });
  }
  return schemas;
}

/** What is in a request body or a parameter goes out. A component of schemas, which may go both ways, counts as received. */
export function directionOf(place: Place): Direction {
  for (let around: Place | undefined = place; around !== undefined; around = around.parent) {
    if (around.role === "request body" || around.role === "parameter") return "request";
  }
  return "response";
}
