import { isDeepStrictEqual } from "node:util";
import { below, isObject, type JsonObject } from "@x/openapi";
import { compareEntry } from "../comparison/schema.ts";
import type { Scope } from "../document/scope.ts";
import { type Node, objectAt, type Place, type Side } from "../normal-form/side.ts";

/** Compares the `content` of two bodies (or parameters) by media type. */
export function compareContent(scope: Scope, old: Place, next: Place, way: "request" | "response"): void {
  const before = objectAt(old.value, "content");
  const after = objectAt(next.value, "content");
  const matched = new Set<string>();
  for (const media of Object.keys(before)) {
    const other = counterpart(media, before, after);
    if (other === undefined) {
      const text = `The ${way} media type ${media} is gone.`;
      scope.report(`${way}-media-type-removed`, below(old.pointer, "content", media), text);
      continue;
    }
    matched.add(other);
    const where = below(next.pointer, "content", other);
    if (media !== other) {
      const text = `The media type ${media} is written ${other} now.`;
      scope.report("media-type-parameters-changed", where, text);
    }
    compareMedia(
      scope,
      media,
      { pointer: below(old.pointer, "content", media), value: objectAt(before, media) },
      other,
      { pointer: where, value: objectAt(after, other) },
    );
  }
  for (const media of Object.keys(after)) {
    if (matched.has(media)) continue;
    const text = `The ${way} media type ${media} is new.`;
    const others = Object.keys(before);
    const preferred = isJson(media) && others.length > 0 && !others.some(isJson);
    const kind = preferred ? (`${way}-media-type-preferred` as const) : (`${way}-media-type-added` as const);
    scope.report(kind, below(next.pointer, "content", media), text);
  }
}

/** The same media type on the other side: as written, else without its parameters. Media types have no case (RFC 9110). */
function counterpart(media: string, before: JsonObject, after: JsonObject): string | undefined {
  if (Object.hasOwn(after, media)) return media;
  const essence = essenceOf(media);
  return Object.keys(after).find((other) => !Object.hasOwn(before, other) && essenceOf(other) === essence);
}

function isJson(media: string): boolean {
  return /^application\/(.+\+)?json$/.test(essenceOf(media)) || ["*/*", "application/*"].includes(essenceOf(media));
}

function essenceOf(media: string): string {
  return (media.split(";")[0] ?? "").trim().toLowerCase();
}

/** The schema of a body. Bytes without one are what 3.1 writes for `format: binary`. */
function bodyOf(side: Side, { value, pointer }: Place, media: string): Node {
  const written = value["schema"];
  const isBytes = /^(application\/(octet-stream|pdf|zip|gzip)|(image|audio|video|font)\/.+)$/.test(essenceOf(media));
  const isSilent = written === undefined || (isObject(written) && isOnlyOf(written, essenceOf(media)));
  return side.node(isBytes && isSilent ? { type: "string", format: "binary" } : written, below(pointer, "schema"));
}

/** Whether a schema says no more than that there are bytes of a media type. */
function isOnlyOf(schema: JsonObject, media: string): boolean {
  return (
    Object.entries(schema).every(
      ([key, value]) => (key === "type" && value === "string") || (key === "contentMediaType" && value === media),
    ) &&
    (schema["type"] === undefined || schema["contentMediaType"] !== undefined)
  );
}

function compareMedia(scope: Scope, media: string, old: Place, other: string, next: Place): void {
  const before = bodyOf(scope.walk.old, old, media);
  const after = bodyOf(scope.walk.next, next, other);
  compareEntry(scope, before, after);
  if (!isDeepStrictEqual(old.value["encoding"] ?? {}, next.value["encoding"] ?? {})) {
    const where = below(next.value["encoding"] === undefined ? old.pointer : next.pointer, "encoding");
    scope.report("request-encoding-changed", where, `${scope.name(next.pointer)} encodes its parts otherwise.`);
  }
}
