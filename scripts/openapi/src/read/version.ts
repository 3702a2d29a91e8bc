import type { JsonObject } from "../json.ts";

/** The versions of OpenAPI that are read. */
export type Version = "3.0" | "3.1";

/**
 * The version that a document is read as: the one that it says it is written in, 3.1 where that is 3.2, whose additions are
 * of no consequence to the rest. Undefined for any other, and for what says none.
 */
export function versionOf(document: JsonObject): Version | undefined {
  const written = document["openapi"];
  const [, minor] = (typeof written === "string" && /^3\.([012])\./.exec(written)) || [];
  if (minor === undefined) return undefined;
  return minor === "0" ? "3.0" : "3.1";
}
