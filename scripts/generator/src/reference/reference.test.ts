import { assert, asyncProperty, constantFrom, oneof, string } from "fast-check";
import { expect, test } from "vitest";
import { generateFiles } from "../generate-files.ts";
import { documentWith } from "../testing/document.ts";
import { anchorsOf } from "./anchors.ts";
import { packageDocs } from "./package-docs.ts";

async function referenceOf(paths: object, schemas: object = {}): Promise<string> {
  const generated = await generateFiles(documentWith(paths, { schemas }), "specs/acme.yaml");
  return packageDocs(generated, "@x/acme", "specs/acme.yaml").reference;
}

/** The cells of the row that begins so. */
function row(text: string, start: string): string[] | undefined {
  const line = text.split("\n").find((each) => each.startsWith(`| ${start} |`));
  return line?.slice(2, -2).split(" | ");
}

test("an operation: method and path, inputs with type and whether required, responses and errors", async () => {
  const content = (schema: object): object => ({ content: { "application/json": { schema } } });
  const text = await referenceOf(
    {
      "/rooms/{id}": {
        parameters: [{ name: "id", in: "path", required: true, schema: { type: "string", format: "uuid" } }],
        put: {
          operationId: "ReplaceRoom",
          summary: "Replace a room",
          parameters: [{ name: "kind", in: "query", deprecated: true, schema: { enum: ["a", null] } }],
          requestBody: { required: true, ...content({ $ref: "#/components/schemas/Room" }) },
          responses: {
            200: {
              description: "The room",
              ...content({ type: "array", items: { $ref: "#/components/schemas/Room" } }),
            },
            204: { description: "Nothing" },
            "4XX": { description: "Refused" },
            default: { description: "Else", ...content({ type: "object", additionalProperties: { type: "integer" } }) },
          },
        },
      },
    },
    {
      Room: {
        type: "object",
        required: ["id", "name"],
        properties: {
          id: { type: "string", readOnly: true },
          name: { type: ["string", "null"], description: "Its name" },
        },
      },
    },
  );
  expect(text).toContain("### replaceRoom\n\nReplace a room\n\n`PUT /rooms/{id}`\n");
  expect(row(text, "`path.id`")).toEqual(["`path.id`", "string (uuid)", "yes", ""]);
  expect(row(text, "`query.kind`")).toEqual(["`query.kind`", '`"a"` or `null`', "", "Deprecated. "]);
  // What is read only need not be sent.
  expect(row(text, "`body`")).toEqual(["`body`", "[RoomRequest](#roomrequest)", "yes", "`application/json`"]);
  expect(row(text, "`200`")).toEqual(["`200`", "result", "list of [Room](#room)", "The room"]);
  expect(row(text, "`204`")).toEqual(["`204`", "result", "nothing", "Nothing"]);
  expect(row(text, "`4XX`")).toEqual(["`4XX`", "`ApiError`", "not documented", "Refused"]);
  expect(row(text, "`default`")).toEqual(["`default`", "`ApiError`", "map of integer", "Else"]);
  expect(text).toContain("### Room\n\n| property");
  expect(text).toContain("| `id` | string | yes | Read only. |");
  expect(text).toContain("| `name` | string or null | yes | Its name |");
  expect(text).toContain("### RoomRequest\n");
});

test("headings that come out equal have anchors of their own, as GitHub gives them", () => {
  expect(anchorsOf(["Operations", "room", "operations", "Room", "room-1"])).toEqual([
    "operations",
    "room",
    "operations-1",
    "room-1",
    "room-1-1",
  ]);
});

test("whatever a document says, its rows are rows, its links its own, and nothing is markup", async () => {
  const foreign = oneof(
    constantFrom(
      "a | b",
      "<b>x</b>",
      "[x](http://evil.test)",
      "```\n# x",
      "@team #1",
      "![](x)",
      "http://a.test",
      "\u202e",
    ),
    string({ unit: "grapheme", maxLength: 12 }),
  );
  await assert(
    asyncProperty(foreign, foreign, async (words, name) => {
      const schema = {
        type: "object",
        description: words,
        properties: { [name]: { enum: [words], description: words } },
      };
      const responses = { 200: { description: words, content: { "application/json": { schema } } } };
      const get = { summary: words, description: words, responses };
      const text = await referenceOf({ "/a": { get } }, { Thing: schema });
      // The first line names the package.
      const outside = text.slice(text.indexOf("\n")).replaceAll(/(`+)[^`].*?\1/g, "code");
      expect(outside).not.toMatch(/<(?!!-- Generated)|@\w|https?:\/\/|!\[/);
      expect([...outside.matchAll(/\]\(([^)]*)\)/g)].map(([, to]) => to)).toEqual([
        "README.md",
        expect.stringMatching(/^#/),
      ]);
      const rows = text.split("\n").filter((line) => line.startsWith("|"));
      expect(rows.filter((line) => !line.endsWith(" |"))).toEqual([]);
      expect(text.match(/^#+ /gm)).toHaveLength(5);
    }),
    { seed: 1, numRuns: 60 },
  );
});
