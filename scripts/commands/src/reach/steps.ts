import { appendFileSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { forPrism, Spec, vendorFaults } from "@x/contract";
import { diffSpecs } from "@x/differ";
import { generateFiles } from "@x/generator";
import { startMock } from "@x/mock";
import { messageOf, parseOpenApi, type JsonObject } from "@x/openapi";
import { pull } from "@x/sources";
import { STEP, type Outcome } from "./outcome.ts";
import { lint } from "../update/lint.ts";
import { root } from "../workspace/files.ts";

// Run by reach.slow.test.ts as a process of its own, with a folder of documents: does with each all that is done with a
// vendor's document, and prints what came of it, a line of JSON each.

const folder = process.argv[2] as string;
const steps: Readonly<Record<string, (document: JsonObject, file: string) => unknown>> = {
  pull: (_, file) => pull({ vendor: "acme", root: folder, from: [file], create: true }),
  lint: (_, file) => lint(root, file, "acme"),
  generate: (document) => generateFiles(document, "acme"),
  diff: (document) => diffSpecs(document, document, { old: "acme", next: "acme", compile: false }),
  contract: (document) => vendorFaults(new Spec(document)).length,
  "mock of the file": async (_, file) => (await startMock(file)).close(),
  "mock of the document": async (document) => (await startMock(document)).close(),
  "mock for the contract tests": async (document) => (await startMock(forPrism(new Spec(document)))).close(),
};

for (const file of readdirSync(folder)) {
  const path = join(folder, file);
  const results: Record<string, string | undefined> = {};
  for (const [name, step] of Object.entries(steps)) {
    // Whoever reaches out is told below this line.
    appendFileSync(process.env["REACH_LOG"] as string, `${STEP}${name} of ${file}\n`);
    try {
      await step(parseOpenApi(readFileSync(path), "acme"), path);
    } catch (thrown) {
      results[name] = messageOf(thrown);
    }
  }
  console.log(JSON.stringify({ name: file, steps: results } satisfies Outcome));
}
