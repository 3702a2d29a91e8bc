import * as fc from "fast-check";
import ts from "typescript";
import { expect, test } from "vitest";
import { printable, type JsonObject } from "@x/openapi";
import { generateFiles } from "../generate-files.ts";
import { commentLines, stringLiteral } from "./text.ts";

/** The same texts in every run. */
const RUNS = { seed: 12, numRuns: 200 };

const HARMFUL = [
  ..."\0\u0007\t\n\r\u001B\u007F\u0085\u009B\u200B\u2028\u2029\u202E\u2066\uFEFF\uFFFF\uD800\uDFFF`\\\"'@*/",
  "\uDB40\uDC41",
  "*/",
  "/*",
  "${x}",
  "@ts-ignore",
  "@ts-expect-error",
  "@internal",
  "@deprecated",
  "\n@ts-nocheck",
  "//# sourceMappingURL=http://evil.test",
];
const unit = fc.oneof(fc.constantFrom(...HARMFUL), fc.string({ unit: "binary", maxLength: 2 }));
const text = fc.array(unit, { maxLength: 10 }).map((parts) => parts.join(""));
const isPrintable = (value: string): boolean => printable(value, "\n\t") === value;

test("a string literal is printable, and is the same text", () => {
  fc.assert(
    fc.property(text, (value) => {
      const written = stringLiteral(value);
      expect(isPrintable(written)).toBe(true);
      // oxlint-disable-next-line no-implied-eval -- what JavaScript itself reads
      expect(new Function(`return ${written}`)()).toBe(value);
    }),
    RUNS,
  );
});

test("words in a comment don't end it, are no tag and no pragma, and say the same", () => {
  fc.assert(
    fc.property(text, (value) => {
      const lines = commentLines(value);
      expect(commentLines(lines.join("\n"))).toEqual(lines);
      for (const comment of [`/** ${lines.join("\n * ")} */`, `/** ${lines.join("\n * ")}\n */`]) {
        expect(isPrintable(comment)).toBe(true);
        const file = ts.createSourceFile("a.ts", `// First.\n${comment}\ntype A = 1;`, ts.ScriptTarget.Latest, true);
        expect(file.statements).toHaveLength(1);
        expect(Reflect.get(file, "commentDirectives")).toBeUndefined();
        expect(Reflect.get(file, "checkJsDirective")).toBeUndefined();
        const tags = ts.getJSDocTags(file.statements[0] as ts.Statement).map((tag) => tag.tagName.text);
        expect(tags).toEqual([]);
        expect(comment).not.toContain("sourceMappingURL=");
      }
      const read = lines.join("\n").replaceAll("*\\/", "*/").replaceAll("\\@", "@").replaceAll("URL\\=", "URL=");
      const said = printable(value.replaceAll(/\r\n?|[\u2028\u2029]/g, "\n").trim(), "\n\t");
      expect(read.replaceAll("\\@", "@")).toBe(said.replaceAll("*\\/", "*/").replaceAll("\\@", "@"));
    }),
    RUNS,
  );
});

/** A document in which a text stands wherever one may stand. */
function documentOf(words: string, name: string): JsonObject {
  const described = {
    title: words,
    description: words,
    example: words,
    default: words,
    examples: [words, { [name]: words }],
  };
  const schema = {
    ...described,
    type: "object",
    properties: { [name]: { ...described, type: "string", enum: [words, "b"] } },
  };
  const parameter = { name: `p${name}`, in: "query", description: words, schema: { ...described, type: "string" } };
  const response = {
    description: words,
    content: { "application/json": { schema: { $ref: "#/components/schemas/A" } } },
  };
  return {
    openapi: "3.1.0",
    info: { title: words, version: words, description: words },
    servers: [{ url: "https://a.test", description: words }],
    paths: {
      "/a": {
        summary: words,
        get: {
          summary: words,
          description: words,
          operationId: words,
          parameters: [parameter],
          responses: { 200: response },
        },
      },
    },
    components: { schemas: { A: schema, [`B${name}`]: schema } },
  };
}

test("generated files are printable, parse, and hold no tag of the document's own", async () => {
  const samples = fc.sample(fc.tuple(text, text), { numRuns: 40, seed: 7 });
  const chosen: [string, string][] = [
    ["@ts-ignore", "a"],
    ["*/ export const evil = 1; /*", "*/"],
    ["a\n@internal", "${b}"],
    ["\u202E\0\uD800", "\u007F"],
  ];
  for (const [words, name] of [...chosen, ...samples]) {
    const { files } = await generateFiles(documentOf(words, name), "specs/a.yaml");
    for (const [path, content] of Object.entries(files)) {
      expect(isPrintable(content)).toBe(true);
      expect(Buffer.from(content).toString()).toBe(content);
      const file = ts.createSourceFile(path, content, ts.ScriptTarget.Latest, true);
      const faults = Reflect.get(file, "parseDiagnostics") as ts.Diagnostic[];
      const lineOf = ({ start = 0 }: ts.Diagnostic): string =>
        content.slice(content.lastIndexOf("\n", start), start + 80);
      expect(faults.map((fault) => `${String(fault.messageText)}: ${lineOf(fault)}`)).toEqual([]);
      expect(Reflect.get(file, "commentDirectives")).toBeUndefined();
      const tags = content.match(/(?<=^\s*(?:\/\*)?\*+\s+)@[\w-]+/gm) ?? [];
      for (const tag of tags) expect(["@description", "@default", "@example", "@enum", "@constant"]).toContain(tag);
    }
  }
});
