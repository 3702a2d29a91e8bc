import { expect, test } from "vitest";
import { generateFiles } from "./generate-files.ts";
import { documentWith } from "./testing/document.ts";

test("a document with holes gives types of the rest", async () => {
  const room = { type: "object", required: true, properties: { id: { type: "string" }, legacy: null } };
  const document = documentWith({
    "/rooms": {
      get: {
        operationId: "listRooms",
        summary: 5,
        parameters: [null],
        responses: { "200": { content: { "application/json": { schema: room } } }, "404": null },
      },
      post: null,
    },
    "/gone": null,
  });
  const { files } = await generateFiles(document, "specs/acme.yaml");
  expect(files["operations.ts"]).toContain(
    "listRooms: OptionalOperation<ListRoomsInput, ListRoomsOutput, ListRoomsError>",
  );
  expect(files["operations.ts"]).toContain("ApiError<404, unknown>");
  expect(files["schema.ts"]).toMatch(/id\?: string;\s+legacy\?: unknown;/);
});

test("header parameters that OpenAPI ignores are asked for by no type", async () => {
  const header = (name: string): object => ({ name, in: "header", required: true, schema: { type: "string" } });
  const document = documentWith(
    {
      "/rooms": {
        parameters: [header("Accept"), header("X-Tenant")],
        get: {
          operationId: "listRooms",
          parameters: [header("Content-Type"), { $ref: "#/components/parameters/Key" }, header("X-Trace")],
          responses: { "200": {} },
        },
      },
    },
    { parameters: { Key: header("authorization") } },
  );
  const { files } = await generateFiles(document, "specs/acme.yaml");
  const { "operations.ts": operations, "schema.ts": schema } = files;
  for (const text of [operations, schema]) expect(text).not.toMatch(/accept"?:|content-type|authorization/i);
  for (const text of [operations, schema]) {
    expect(text).toContain("X-Tenant");
    expect(text).toContain("X-Trace");
  }
});

test("a success is asked for in its own type, wherever `default` stands", async () => {
  const body = (type: string): object => ({ content: { [type]: { schema: { type: "object" } } } });
  const document = documentWith({
    "/rooms": {
      get: { responses: { default: body("application/problem+json"), "2XX": body("application/json") } },
      put: { responses: { default: body("application/problem+json") } },
    },
  });
  const {
    files: { "operations.ts": text },
  } = await generateFiles(document, "specs/acme.yaml");
  expect(text.match(/accept: "[^"]*"/g)).toEqual(['accept: "application/problem+json"']);
});
