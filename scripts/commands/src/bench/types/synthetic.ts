import { generateFiles, type GeneratedFiles } from "@x/generator";
import type { JsonObject } from "@x/openapi";

// Words like those of real specs: numbered names would compress better than a real table does.
const OWNERS =
  words(`account address agent asset bridge call campaign channel company conference contact device document
  domain event folder group invoice key line meeting member message number order payment phone plan project queue room user`);
const THINGS = words(`session recording participant token composition webhook report setting tag template status limit
  alert batch comment draft export filter grant history import job label log metric note policy quota rule schedule
  transcript upload`);

/** The generated files of a package, from a spec that is made up. */
export interface SyntheticPackage {
  readonly spec: JsonObject;
  readonly files: GeneratedFiles;
}

/**
 * A package of as many operations as asked, by the generator that makes the real ones. Each operation is like the real
 * ones: a path of its own with a parameter, a query, an object as response and a documented 404.
 */
export async function syntheticPackage(count: number): Promise<SyntheticPackage> {
  const spec = syntheticSpec(count);
  const { files } = await generateFiles(spec, "specs/synthetic.yaml");
  return { spec, files };
}

/** `viewRoomSession`, `viewRoomRecording`, …: `GET /room_sessions/{room_session_id}`. Up to 1,024 operations. */
export function syntheticSpec(count: number): JsonObject {
  const paths: JsonObject = {};
  const schemas: JsonObject = { Fault: object({ title: { type: "string" }, code: { type: "string" } }) };
  for (let n = 0; n < count; n++) {
    const owner = OWNERS[n % OWNERS.length] as string;
    const thing = THINGS[Math.floor(n / OWNERS.length)] as string;
    const name = `${owner}_${thing}`;
    schemas[name] = object({
      id: { type: "string", format: "uuid" },
      label: { type: "string" },
      size: { type: "integer" },
      created_at: { type: "string", format: "date-time" },
      is_active: { type: "boolean" },
    });
    paths[`/${name}s/{${name}_id}`] = {
      get: {
        operationId: `view_${name}`,
        summary: `View a ${thing} of a ${owner}.`,
        parameters: [
          { name: `${name}_id`, in: "path", required: true, schema: { type: "string" } },
          { name: "include_parts", in: "query", schema: { type: "boolean" } },
        ],
        responses: {
          200: response("As asked.", object({ data: { $ref: `#/components/schemas/${name}` } })),
          404: response("Not found.", { $ref: "#/components/schemas/Fault" }),
        },
      },
    };
  }
  return {
    openapi: "3.1.0",
    info: { title: "Synthetic", version: "1.0.0" },
    servers: [{ url: "https://api.example.com/v1" }],
    security: [{ bearerAuth: [] }],
    paths,
    components: { schemas, securitySchemes: { bearerAuth: { type: "http", scheme: "bearer" } } },
  };
}

function object(properties: JsonObject): JsonObject {
  return { type: "object", properties };
}

function response(description: string, schema: JsonObject): JsonObject {
  return { description, content: { "application/json": { schema } } };
}

function words(text: string): string[] {
  return text.trim().split(/\s+/);
}
