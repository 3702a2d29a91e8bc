import type { JsonObject } from "@x/openapi";
import { json, ref } from "./parts.ts";
import { resourcePaths } from "./resource-paths.ts";
import { nullableOf, resourceSchemas, sharedSchemas, type Version } from "./resource-schemas.ts";
import { singlePaths } from "./single-paths.ts";

/** Operations of each resource, and those that the document has once. */
export const OPERATIONS = { resource: 8, once: 6 };

/** What the made-up vendors are about, where it does not matter how much. */
export const RESOURCES = ["room", "session", "recording", "composition", "participant", "member"];

/**
 * A vendor's whole API, made up, with the traits that real documents have: lists with nested filters and pages, bodies
 * for POST and PATCH in JSON and as forms, 201, 202 and 204, responses in text and bytes, bulk DELETE with a body, `4XX`
 * and `default`, unions with a discriminator, callbacks. And with the faults that vendors leave in: defaults and examples
 * that break their own schema, `required` naming a property that does not exist, siblings of a `$ref`, `{id}` beside
 * `{room_id}`, an enum with values of another type, no summary. The vendor of 3.0.3 takes its key in a header of its own,
 * the vendor of 3.1.0 as a bearer.
 */
export function syntheticVendor(version: Version, resources: readonly string[] = RESOURCES): JsonObject {
  const paths: JsonObject = { ...singlePaths(version) };
  const schemas: JsonObject = { ...sharedSchemas(version) };
  for (const resource of resources) {
    Object.assign(paths, resourcePaths(resource));
    Object.assign(schemas, resourceSchemas(resource, version));
  }
  return {
    openapi: version,
    info: { title: "Synthetic API", version: "1.0.0", description: "Ends no comment: */" },
    servers: [{ url: "https://api.{region}.synthetic.example/v3", variables: { region: { default: "eu" } } }],
    security: [{ key: [] }],
    paths,
    components: {
      schemas,
      parameters: {
        PageNumber: { name: "page[number]", in: "query", schema: { type: "integer", minimum: 1, default: "first" } },
        PageSize: {
          name: "page[size]",
          in: "query",
          schema: { type: "integer", minimum: 1, maximum: 250, default: 20 },
        },
        IdempotencyKey: { name: "Idempotency-Key", in: "header", schema: { type: "string", minLength: 1 } },
        ApiVersion: {
          name: "X-Api-Version",
          in: "header",
          required: true,
          schema: { type: "string", enum: ["2026-01-01"] },
        },
      },
      responses: {
        Failed: {
          description: "Failed",
          headers: { "X-Request-Id": { schema: nullableOf(version), example: 7 } },
          content: json(ref("Problem")),
        },
        Done: { description: "Done" },
      },
      requestBodies: { Search: { required: true, content: json(ref("EventQuery")) } },
      securitySchemes: {
        key:
          version === "3.0.3"
            ? { type: "apiKey", in: "header", name: "X-Api-Key" }
            : { type: "http", scheme: "bearer", bearerFormat: "JWT" },
      },
    },
  };
}
