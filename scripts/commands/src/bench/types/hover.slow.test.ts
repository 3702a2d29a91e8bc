import { join } from "node:path";
import { generateFiles } from "@x/generator";
import { expect, test } from "vitest";
import { workspaceOf } from "../../testing/workspace.ts";
import { root } from "../../workspace/files.ts";
import { LanguageServer } from "./language-server.ts";

const to = (name: string): { $ref: string } => ({ $ref: `#/components/schemas/${name}` });
const schemas = {
  Session: { type: "object", properties: { id: { type: "string" } } },
  State: { type: "string", enum: ["open", "closed"] },
  Event: { oneOf: [to("Session"), { type: "object", properties: { text: { type: "string" } } }] },
  Events: { type: "array", items: to("Event") },
};
const properties = { session: to("Session"), state: to("State"), event: to("Event"), events: to("Events") };
const content = { "application/json": { schema: { type: "object", required: Object.keys(properties), properties } } };
const paths = { "/all": { get: { operationId: "all", responses: { "200": { description: "OK", content } } } } };

/** The compiler that most editors will run; the one before it is asked beside the generator. */
test.each(["Session", "State", "Event", "Events"])("TypeScript 7 names the model %s", async (model) => {
  const document = {
    openapi: "3.1.0",
    info: { title: "a", version: "1" },
    servers: [{ url: "https://a.test" }],
    paths,
    components: { schemas },
  };
  const { files } = await generateFiles(document, "specs/acme.yaml");
  const compilerOptions = {
    strict: true,
    module: "esnext",
    moduleResolution: "bundler",
    allowImportingTsExtensions: true,
    noEmit: true,
    paths: { "@x/client": [join(root, "packages/client/dist/index.d.ts")] },
  };
  const folder = workspaceOf({ ...files, "tsconfig.json": JSON.stringify({ compilerOptions }) });
  const property = model.toLowerCase();
  const program = `import type { AllOutput } from "./operations.ts";\ndeclare const output: AllOutput;\nexport const value = output./**/${property};\n`;
  using server = new LanguageServer();
  expect(await server.hover(folder, "program.ts", program, `${property};`)).toContain(
    `(property) ${property}: ${model}`,
  );
});
