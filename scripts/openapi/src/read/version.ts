import type { JsonObject } from "../json.ts";

/** The versions of OpenAPI that are read. */
export type Version = "3.0" | "3.1";

/** The version that a document says it is written in; undefined for any other, and for what says none. */
export function versionOf(document: JsonObject): Version | undefined {
  const written = document["openapi"];
  const [, version] = (typeof written === "string" && /^(3\.[01])\./.exec(written)) || [];
  return version as Version | undefined;
}
