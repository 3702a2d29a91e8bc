import { join } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";
import { generateFiles } from "../generate-files.ts";
import { documentWith } from "../testing/document.ts";

/** What an editor strikes through in a program over the generated files of a document. */
async function struckThrough(paths: object, program: string): Promise<string[]> {
  const { files } = await generateFiles(documentWith(paths), "specs/acme.yaml");
  const folder = join(import.meta.dirname, "made-up");
  const texts = new Map(Object.entries(files).map(([name, text]) => [join(folder, name), text]));
  const main = join(folder, "main.ts");
  texts.set(main, `import type Api from "./operations.ts";\ndeclare const client: Api;\n${program}\n`);
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    allowImportingTsExtensions: true,
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
  };
  const service = ts.createLanguageService({
    getCompilationSettings: () => options,
    getScriptFileNames: () => [...texts.keys()],
    getScriptVersion: () => "1",
    getScriptSnapshot: (path) => {
      const text = texts.get(path) ?? ts.sys.readFile(path);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => folder,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: (path) => texts.has(path) || ts.sys.fileExists(path),
    readFile: (path) => texts.get(path) ?? ts.sys.readFile(path),
  });
  return service
    .getSuggestionDiagnostics(main)
    .filter(({ reportsDeprecated }) => reportsDeprecated !== undefined)
    .map(({ code, start = 0, length = 0 }) => `${code} ${texts.get(main)?.slice(start, start + length)}`);
}

test("an operation and a property that the vendor advises against are struck through where they are used, and no others", async () => {
  const text = { type: "string" };
  const schema = { type: "object", properties: { gone: { ...text, deprecated: true }, kept: text } };
  const responses = { 200: { description: "", content: { "application/json": { schema } } } };
  const paths = {
    "/old": { get: { operationId: "old", deprecated: true, responses } },
    "/new": { get: { operationId: "fresh", responses } },
  };
  const program =
    "void client.old();\nconst { data } = await client.fresh().withResponse();\nvoid [data.kept, data.gone];";
  expect(await struckThrough(paths, program)).toEqual(["6385 old", "6385 gone"]);
});
