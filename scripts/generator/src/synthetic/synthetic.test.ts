import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { root } from "./test-synthetic.ts";
import { makeSynthetic, spec, type Synthetic } from "./test-synthetic.ts";

let synthetic: Synthetic;

beforeAll(async () => {
  synthetic = await makeSynthetic();
});
afterAll(() => synthetic.remove());

describe("the generated package", () => {
  test("imports of the client what its operations need to be sent", async () => {
    const values =
      "bodyInput, documentedServers, requestBody, schemeCredentials, streamOptions, streamedResponse, styledParameter";
    expect(synthetic.generated("operations.ts")).toContain(`import { ${values} } from "@x/client";\n`);
    expect(synthetic.generated("operations.ts")).toContain(
      "  serializers: { parameter: styledParameter, input: bodyInput, options: streamOptions, finish: (call, input) => " +
        "({ ...requestBody(call, input), ...streamedResponse(call) }) },\n",
    );
  });

  test("compiles under the base settings, and forbids what it must", () => {
    const usage = join(synthetic.folder, "usage.ts");
    writeFileSync(usage, readFileSync(join(import.meta.dirname, "fixtures/usage.ts.txt")));
    const config = join(synthetic.folder, "tsconfig.json");
    const compilerOptions = {
      noEmit: true,
      declaration: false,
      isolatedDeclarations: false,
      paths: { "@x/client": [join(root, "packages/client/src/index.ts")] },
    };
    const settings = { extends: join(root, "tsconfig.base.json"), compilerOptions, files: [usage] };
    writeFileSync(config, JSON.stringify(settings));
    // The compiler that builds the packages; the one that is a dependency here is openapi-typescript's.
    const compiler = join(root, "node_modules/typescript/bin/tsc");
    const { status, stdout, stderr } = spawnSync(process.execPath, [compiler, "-p", config], { encoding: "utf8" });
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: "", stderr: "" });
  });

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
