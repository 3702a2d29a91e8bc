import { expect, test } from "vitest";
import type { JsonObject } from "@x/openapi";
import { generateFiles } from "../generate-files.ts";
import { documentWith } from "../testing/document.ts";
import { components, json, paths, to } from "../testing/models.ts";
import { compile, hover } from "../usage/in-memory.ts";

test("an editor names the models", async () => {
  const { files } = await generateFiles(documentWith(paths, components), "specs/acme.yaml");
  const shown = new Map([
    ["data", "(property) data?: RoomSession"],
    ["state", "(property) state?: State"],
    ["event", "(property) event?: Event"],
    ["events", "(property) events?: Events"],
  ]);
  const lines = Array.from(shown.keys(), (property) => `export const of_${property} = output./**/${property};`);
  const program = `import type { ListSessionsOutput } from "./operations.ts"; declare const output: ListSessionsOutput;\n${lines.join("\n")}`;
  expect(compile({ ...files, "program.ts": program })).toEqual([]);
  const texts = Array.from(shown.keys(), (property) => `${property};`);
  expect(hover({ ...files, "program.ts": program }, "program.ts", texts)).toEqual(
    Array.from(shown.values(), (text) => expect.stringContaining(text)),
  );
});

test("a reference into a component, or into paths, is written out", async () => {
  const nested = {
    "/a": {
      get: {
        operationId: "a",
        responses: {
          "200": json({
            type: "object",
            properties: { id: { $ref: "#/components/schemas/RoomSession/properties/id" } },
          }),
          "404": json({ $ref: "#/paths/~1a/get/responses/200/content/application~1json/schema" }),
        },
      },
    },
  };
  const { files } = await generateFiles(documentWith(nested, components), "specs/acme.yaml");
  expect(compile({ ...files })).toEqual([]);
  expect(files["schema.ts"].match(/id\?: string/g)).toHaveLength(2);
});

test("payloads of webhooks have a name", async () => {
  const webhooks = { "room.ended": { post: { requestBody: json(to("RoomSession")), responses: { "200": {} } } } };
  const document: JsonObject = { ...documentWith(paths, components), webhooks };
  const { files } = await generateFiles(document, "specs/acme.yaml");
  const program = `import type { RoomEndedWebhook } from "./operations.ts"; import type { RoomSession } from "./models.ts";
    declare const payload: RoomEndedWebhook; export const session: RoomSession = payload;`;
  expect(compile({ ...files, "program.ts": program })).toEqual([]);
});

test("components with awkward names compile under the names that the table gives them", async () => {
  const awkward = {
    Record: to("Date"),
    Date: { type: "string" },
    class: { type: "object", additionalProperties: to("io.k8s.Pod") },
    "io.k8s.Pod": { type: "object" },
    "m²": to("class"),
  };
  const program = `import type { classModel, DateModel, IoK8sPod, M, RecordModel } from "./models.ts";
    export type All = [classModel, DateModel, IoK8sPod, M, RecordModel];`;
  const { files } = await generateFiles(
    documentWith({ "/a": { get: { responses: { "200": json(to("m²")) } } } }, { schemas: awkward }),
    "specs/acme.yaml",
  );
  expect(compile({ ...files, "program.ts": program })).toEqual([]);
});
