import { join } from "node:path";
import { generateFiles, type GeneratedFiles } from "@x/generator";
import { type JsonObject, readOpenApi } from "@x/openapi";
import { beforeAll, expect, test } from "vitest";
import { programs } from "./programs.ts";
import { compareByRule } from "../../diff.ts";
import { compilePairs, type Compiled } from "../../sdk/compile.ts";
import { judgeCode } from "../../sdk/judge-code.ts";
import { move, redirect, remove, set } from "../../testing/edit.ts";
import { worst } from "../../types.ts";

const shop = readOpenApi(join(import.meta.dirname, "shop.yaml"));
const schemas = "/components/schemas";
const order = `${schemas}/Order/properties`;
const item = `${schemas}/NewOrder/properties/items/items`;
const texts = { type: "string" };

/** What a vendor does, and which of the programs no longer compile then. */
const changes: readonly [name: string, edit: (document: JsonObject) => void, broken: string[]][] = [
  ["nothing", () => {}, []],
  ["adds a property", (document) => set(document, `${order}/weight`, { type: "number" }), []],
  ["adds an optional input", (document) => set(document, `${item}/properties/gift`, { type: "boolean" }), []],
  ["adds a status", (document) => set(document, `${order}/status/enum/-`, "lost"), []],
  [
    "adds a way to pay",
    (document) => {
      const properties = { kind: { const: "cash" } };
      set(document, `${schemas}/Cash`, { type: "object", required: ["kind"], properties });
      set(document, `${order}/payment/oneOf/-`, { $ref: `#${schemas}/Cash` });
    },
    [],
  ],
  ["describes it otherwise", (document) => set(document, `${order}/id/description`, "Which one."), []],
  ["asks for more", (document) => set(document, `${item}/required/-`, "shelf"), []],
  [
    "asks for what is new",
    (document) => {
      set(document, `${item}/properties/shelf`, texts);
      set(document, `${item}/required/-`, "shelf");
    },
    ["orders a list of articles"],
  ],
  ["takes the note away", (document) => remove(document, `${order}/note`), ["prints what is unpaid"]],
  [
    "may leave labels out",
    (document) => set(document, `${schemas}/Order/required`, ["id", "status", "payment"]),
    ["reads labels of any name"],
  ],
  [
    "makes the id a number",
    (document) => set(document, `${order}/id`, { type: "integer" }),
    ["calls by paths", "orders a list of articles"],
  ],
  [
    "renames an operation",
    (document) => set(document, "/paths/~1orders~1{id}/get/operationId", "readOrder"),
    ["tells a refusal from none"],
  ],
  [
    "drops the error",
    (document) => remove(document, "/paths/~1orders/post/responses/422"),
    ["tells a refusal from none"],
  ],
  [
    "renames a model",
    (document) => {
      move(document, `${schemas}/Card`, `${schemas}/CreditCard`);
      redirect(document, `${schemas}/Card`, `${schemas}/CreditCard`);
    },
    ["says how it was paid"],
  ],
  [
    "counts labels",
    (document) => set(document, `${order}/labels/additionalProperties`, { type: "integer" }),
    ["reads labels of any name"],
  ],
  ["wraps the total", (document) => set(document, `${order}/total`, texts), ["prints what is unpaid"]],
];

const names = Object.keys(programs);
const broken = new Map<string, string[]>();
const verdicts = new Map<string, string>();
const unsound = new Set<string>();

beforeAll(async () => {
  const { files: old } = await generateFiles(shop, "shop.yaml");
  const documents = changes.map(([, edit]) => {
    const document = structuredClone(shop);
    edit(document);
    return document;
  });
  const nexts = await Promise.all(
    documents.map(async (document) => (await generateFiles(document, "shop.yaml")).files),
  );
  const packageOf = (files: GeneratedFiles, text: string): Parameters<typeof compilePairs>[0][number][0] => ({
    files,
    program: { text: `${text}\n`, places: [], missed: [] },
  });
  const pairs = nexts.flatMap((next) =>
    names.map((name) => [packageOf(old, programs[name] ?? ""), packageOf(next, "export {};")] as const),
  );
  const compiled: readonly Compiled[] = await compilePairs(pairs);
  const judged = await judgeCode(
    documents.map((next) => ({
      old: shop,
      next,
      names: { old: "old", next: "next" },
      changes: compareByRule(shop, next).changes,
    })),
  );
  for (const [index, [change]] of changes.entries()) {
    const results = names.map((name, at) => [name, compiled[index * names.length + at]] as const);
    for (const [name, result] of results) if (result?.["old on old"].length !== 0) unsound.add(name);
    broken.set(
      change,
      results
        .filter(([, result]) => result?.["old on new"].length !== 0)
        .map(([name]) => name)
        .toSorted(),
    );
    verdicts.set(change, worst(judged[index]?.changes ?? []).sdk);
  }
});

test("each program compiles on the old package: else it says nothing of a new one", () => {
  expect([...unsound]).toEqual([]);
});

test.each(changes)("a vendor that %s", (change, _, expected) => {
  expect(broken.get(change)).toEqual(expected.toSorted());
  // What breaks a program of anybody's is a major; the differ may know of programs that nobody wrote here.
  const isMajor = verdicts.get(change) === "major";
  expect(isMajor).toBe(expected.length > 0);
});
