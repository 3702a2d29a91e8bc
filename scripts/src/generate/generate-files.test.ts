import { expect, test } from "vitest";
import { generateFiles } from "./generate-files.ts";

test("a document with holes gives types of the rest", async () => {
  const room = { type: "object", required: true, properties: { id: { type: "string" }, legacy: null } };
  const document = {
    openapi: "3.1.0",
    info: { title: "Acme", version: "1" },
    servers: [{ url: "https://api.acme.example" }],
    paths: {
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
    },
  };
  const files = await generateFiles(document, "specs/acme.yaml");
  expect(files["operations.ts"]).toContain(
    "listRooms: OptionalOperation<ListRoomsInput, ListRoomsOutput, ListRoomsError>",
  );
  expect(files["operations.ts"]).toContain("ApiError<404, unknown>");
  expect(files["schema.ts"]).toMatch(/id\?: string;\s+legacy\?: unknown;/);
});
