import { expect, test } from "vitest";
import type { JsonObject } from "@x/openapi";
import { generateFiles } from "../generate-files.ts";
import { compile, hover } from "../usage/in-memory.ts";
import { documentWith } from "../testing/document.ts";

const to = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
const schemas = {
  RoomSession: {
    type: "object",
    description: "One occurrence of a room.",
    required: ["id"],
    properties: {
      id: { type: "string" },
      participants: { type: "array", items: to("Participant") },
      state: to("State"),
    },
  },
  Participant: { type: "object", properties: { name: { type: "string" } } },
  State: { type: "string", enum: ["open", "closed"] },
  Event: { oneOf: [to("RoomSession"), to("Participant")] },
  Events: { type: "array", items: to("Event") },
};
const json = (schema: JsonObject): JsonObject => ({ description: "OK", content: { "application/json": { schema } } });
const paths = {
  "/sessions": {
    get: {
      operationId: "listSessions",
      responses: {
        "200": json({
          type: "object",
          properties: { data: to("RoomSession"), state: to("State"), event: to("Event"), events: to("Events") },
        }),
        "404": { $ref: "#/components/responses/NotFound" },
      },
    },
    post: {
      operationId: "createSession",
      requestBody: json(to("RoomSession")),
      responses: { "200": json(to("RoomSession")) },
    },
  },
};
const components = {
  schemas,
  responses: { NotFound: json({ type: "object", properties: { title: { type: "string" } } }) },
};

test("each schema component has a declaration under its own name, with its description", async () => {
  const {
    files: { "models.ts": models, "schema.ts": schema },
  } = await generateFiles(documentWith(paths, components), "specs/acme.yaml");
  expect(models.match(/^export type \w+/gm)).toEqual(
    ["Event", "Events", "Participant", "RoomSession", "State"].map((name) => `export type ${name}`),
  );
  expect(models).toContain("/** @description One occurrence of a room. */\nexport type RoomSession = {");
  expect(models).not.toContain("schema.ts");
  expect(models).toContain("participants?: Participant[]");
  expect(schema).not.toContain("components");
  expect(schema).toContain('import type { Event, Events, RoomSession, State } from "./models.ts";');
});

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

test("no byte changes where a vendor moves a part that is no schema into a component, or reorders keys", async () => {
  const NotFound = components.responses.NotFound;
  const inline = structuredClone(paths) as JsonObject & typeof paths;
  inline["/sessions"].get.responses["404"] = NotFound as never;
  const reordered = JSON.parse(JSON.stringify(documentWith(paths, components)), (_, value: unknown) =>
    value !== null && typeof value === "object" && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toReversed())
      : value,
  ) as JsonObject;
  const path = { "/a": { $ref: "#/components/pathItems/Sessions" } };
  const before = await generateFiles(documentWith(paths, components), "specs/acme.yaml");
  expect(await generateFiles(documentWith(inline, { schemas }), "specs/acme.yaml")).toEqual(before);
  expect(await generateFiles(reordered, "specs/acme.yaml")).toEqual(before);
  const item = paths["/sessions"];
  expect(
    await generateFiles(documentWith(path, { ...components, pathItems: { Sessions: item } }), "specs/acme.yaml"),
  ).toEqual(await generateFiles(documentWith({ "/a": item }, components), "specs/acme.yaml"));
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
