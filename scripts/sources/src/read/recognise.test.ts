import { expect, test } from "vitest";
import { recognise } from "./recognise.ts";
import { documentOf, page } from "../test-site.ts";

const yaml = documentOf("GET", "/rooms");

test.each([
  ["YAML", yaml],
  ["YAML after comments and a document marker", `# Acme\n---\n${yaml}`],
  ["YAML with quoted keys in another order", `paths: {}\n"openapi": 3.1.0\n`],
  ["JSON", `{"openapi": "3.1.0"}`],
  ["JSON with space before it", `\n  {\n"openapi": "3.1.0"}`],
  [
    "YAML with a page in a description",
    `openapi: 3.0.0\ninfo:\n  description: |\n${page("GET", "/x", "y").replaceAll(/^/gm, "    ")}`,
  ],
])("knows an OpenAPI document: %s", (_, text) => {
  expect(recognise(text, "source")).toEqual({ kind: "document" });
});

test.each([
  ["as one vendor writes it", "````yaml GET /rooms"],
  ["as another does", "````yaml https://specs.example/video.yml get /rooms"],
  ["in capitals", "````YAML Get /rooms"],
  ["with more backticks", "``````yaml GET /rooms"],
  ["as yml, indented, with attributes", "  ```` yml  GET  /rooms  theme={null}"],
])("knows a page by its fence, %s", (_, opening) => {
  const ticks = /`+/.exec(opening)?.[0] ?? "";
  const text = `---\ntitle: Rooms\n---\n# Rooms\n\n- [Guide](/guide)\n\n${opening}\n${yaml}\n${ticks}\n\nMore.\n`;
  expect(recognise(text, "source")).toEqual({
    kind: "page",
    fences: [{ method: "GET", path: "/rooms", text: `${yaml}\n` }],
  });
});

test("takes every OpenAPI fence of a page, and a shorter fence inside one as text", () => {
  const nested = `${yaml}# \`\`\`js\n`;
  const text = `${page("GET", "/rooms", nested)}\n${page("POST", "/rooms", yaml)}`;
  const content = recognise(text, "source");
  expect(content.kind === "page" && content.fences.map(({ method, path }) => `${method} ${path}`)).toEqual([
    "GET /rooms",
    "POST /rooms",
  ]);
});

test("leaves fences inside other code alone", () => {
  const text = `# How to write\n\n~~~~~md\n${page("GET", "/x", "openapi: 3.0.0")}~~~~~\n\`\`\`yaml GET /short\n\`\`\`\n`;
  expect(recognise(text, "source")).toEqual({ kind: "prose" });
});

test("knows an index by its list of links", () => {
  const text = `# Acme\n\n> Docs\n\n## API\n\n- [View a room](https://docs.example/room.md): Shows it.\n* [List (all)](</rooms.md> "x")\n1. no\n`;
  expect(recognise(text, "source")).toEqual({
    kind: "index",
    links: [
      { title: "View a room", target: "https://docs.example/room.md" },
      { title: "List (all)", target: "/rooms.md" },
    ],
  });
});

test.each(["<!DOCTYPE html><html>", "\n<html lang='en'>", "<!-- cached --><!doctype HTML>"])(
  "refuses HTML: %s",
  (text) => {
    expect(() => recognise(text, "https://x.example/page")).toThrow(
      'https://x.example/page is HTML, not Markdown or OpenAPI. Documentation sites serve the Markdown of a page at its address plus ".md".',
    );
  },
);

test("refuses a page at every line it may be cut after, once its fence is announced", () => {
  const lines = page("GET", "/rooms", yaml).trimEnd().split("\n");
  for (let kept = 3; kept < lines.length; kept += 1) {
    expect(() => recognise(`${lines.slice(0, kept).join("\n")}\n`, "page.md"), `${kept} lines`).toThrow(
      "page.md is truncated",
    );
  }
  expect(recognise(lines.join("\n"), "page.md").kind).toBe("page");
});
