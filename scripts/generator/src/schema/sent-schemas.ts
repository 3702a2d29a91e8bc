import { isObject, walk, type JsonObject, type Role } from "@x/openapi";

/** What has the `schema` of something that callers send, and where it is written. */
export interface SentSchema {
  readonly owner: JsonObject;
  readonly pointer: string;
}

/** What callers do not send, and what is inside of schemas. */
const OTHERS: ReadonlySet<Role> = new Set<Role>(["responses", "callback", "schema", "encoding", "example"]);

/**
 * The media types of request bodies, and the parameters. Each stands there once, however often it is referred to. A
 * reference that dangles is for openapi-typescript to report.
 */
export function sentSchemas(document: JsonObject): SentSchema[] {
  const sent: SentSchema[] = [];
  const from = [{ pointer: "/paths" }];
  for (const { role, value, pointer, reference } of walk(document, {
    from,
    follow: true,
    skip: (place) => OTHERS.has(place.role),
  })) {
    const isOwner = role === "parameter" || role === "media type";
    if (isOwner && reference === undefined && isObject(value)) sent.push({ owner: value, pointer });
  }
  return sent;
}
