import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import ts from "typescript";
import { root } from "./test-synthetic.ts";
import { makeSynthetic, spec, type Synthetic } from "./test-synthetic.ts";

let synthetic: Synthetic;

beforeAll(async () => {
  synthetic = await makeSynthetic();
});
afterAll(() => synthetic.remove());

describe("the generated package", () => {
  test("imports of the client what its operations need to be sent", async () => {
    const serializers = "styledParameter, requestBody";
    expect(synthetic.generated("operations.ts")).toContain(`import { ${serializers} } from "@x/client";\n`);
    expect(synthetic.generated("operations.ts")).toContain(
      "  serializers: { parameter: styledParameter, body: requestBody },\n",
    );
  });

  test("compiles under the base settings, and forbids what it must", () => {
    const usage = join(synthetic.folder, "usage.ts");
    writeFileSync(usage, readFileSync(join(import.meta.dirname, "fixtures/usage.ts.txt")));
    const settings = ts.readConfigFile(join(root, "tsconfig.base.json"), ts.sys.readFile).config as {
      compilerOptions: object;
    };
    const { options, errors } = ts.convertCompilerOptionsFromJson(settings.compilerOptions, root);
    const program = ts.createProgram([usage], {
      ...options,
      noEmit: true,
      declaration: false,
      declarationMap: false,
      isolatedDeclarations: false,
      paths: { "@x/client": [join(root, "packages/client/src/index.ts")] },
    });
    const found = ts.getPreEmitDiagnostics(program).map(({ messageText, file, start }) => {
      const line = file && start !== undefined ? file.getLineAndCharacterOfPosition(start).line + 1 : 0;
      return `${file?.fileName}:${line} ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
    });
    expect([...errors, ...found]).toEqual([]);
  }, 60_000);

  test("is the same to the byte each time", async () => {
    expect(await synthetic.generate(spec)).toEqual(synthetic.files);
  });

  test("says where it comes from", () => {
    for (const text of synthetic.files.values())
      expect(text).toMatch(/^\/\/ Generated from specs\/synthetic\.yaml by `pnpm generate`\. Do not edit\.\n/);
  });

  test("carries summary, method, path and deprecation to the editor", () => {
    expect(synthetic.generated("operations.ts")).toMatch(/\/\*\*\n +\* All widgets\n +\*\n +\* `GET \/widgets`\n/);
    expect(synthetic.generated("operations.ts")).toMatch(/`POST \/widgets`\n +\*\n +\* @deprecated/);
  });
});

describe("a request body of any JSON", () => {
  test("is sent as JSON, not as a wildcard", async () => {
    const text = spec.replace(
      "content: { application/json: { schema: { type: object, properties: { ids",
      'content: { "*/*": { schema: { type: object, properties: { ids',
    );
    expect(text).not.toBe(spec);
    const [, operations] = (await synthetic.generate(text)).values();
    expect(operations).toMatch(/bulkDelete: \{ method: "DELETE".*body: "application\/json"/);
  });
});
