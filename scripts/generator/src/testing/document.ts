import type { JsonObject } from "@x/openapi";

/** The least document that has these paths. */
export function documentWith(paths: object, components: object = {}): JsonObject {
  const info = { title: "Acme", version: "1" };
  const document = { openapi: "3.1.0", info, servers: [{ url: "https://api.acme.example" }], components, paths };
  return JSON.parse(JSON.stringify(document)) as JsonObject;
}
