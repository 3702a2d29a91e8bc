import { expect, test } from "vitest";
import type { JsonObject } from "@x/openapi";
import { generateFiles } from "../generate-files.ts";
import { documentWith } from "../testing/document.ts";
import { components, paths, schemas } from "../testing/models.ts";

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
