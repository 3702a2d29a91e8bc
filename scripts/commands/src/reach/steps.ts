import { appendFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
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

// Run by reach.slow.test.ts as a process of its own, with a folder of documents and a file: does with each document all that
// is done with a vendor's, and writes to the file what came of it.

const [folder = "", result = ""] = process.argv.slice(2);
const outcomes: Outcome[] = [];
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

for (const name of readdirSync(folder)) {
  const path = join(folder, name);
  const results: Record<string, string | undefined> = {};
  for (const [title, step] of Object.entries(steps)) {
    // Whoever reaches out is told below this line.
    appendFileSync(process.env["REACH_LOG"] as string, `${STEP}${title} of ${name}\n`);
    try {
      await step(parseOpenApi(readFileSync(path), "acme"), path);
    } catch (thrown) {
      results[title] = messageOf(thrown);
    }
  }
  outcomes.push({ name, steps: results });
}
writeFileSync(result, JSON.stringify(outcomes));
