import { readFileSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { canonicalYaml, operationsOf, readOpenApi } from "@x/openapi";
import { readRecords } from "@x/sources";
import { mustRun } from "../tarballs/run.ts";
import { checkout } from "../testing/checkout.ts";
import { pnpmProgram } from "../workspace/programs.ts";
import { roomDocument } from "../testing/document.ts";
import { grown } from "../whole-api/grown.ts";

let root: string;

function command(...args: string[]): Promise<string> {
  // Where pnpm was brought by npx, it is on no other path.
  const env = { PATH: [dirname(pnpmProgram()), process.env["PATH"]].join(delimiter) };
  return mustRun(pnpmProgram(), args, { cwd: root, env, timeoutMs: 600_000 });
}

beforeAll(async () => {
  root = await checkout("x-additions");
  writeFileSync(join(root, "acme.yaml"), roomDocument);
  await command("specs", "add", "acme", "--from", "acme.yaml");
});

test("a vendor that adds operations, parameters and properties, and no more, is green and stays so", async () => {
  const vendors = ["acme", "pagecall", "telnyx-video"];
  const records = readRecords(root);
  const operations = vendors.map((vendor) => {
    const next = grown(readOpenApi(join(root, "specs", `${vendor}.yaml`)));
    writeFileSync(join(root, `${vendor}.next.yaml`), canonicalYaml(next));
    Object.assign(records[vendor] ?? {}, { sources: [{ from: `${vendor}.next.yaml` }] });
    return operationsOf(next).length;
  });
  expect(Math.min(...operations)).toBeGreaterThanOrEqual(25);
  writeFileSync(join(root, "specs/sources.json"), JSON.stringify(records));
  await command("specs", "update", "--summary", "summary.md");
  const [facts = "", ...lines] = readFileSync(join(root, "summary.md"), "utf8").split("\n");
  const updates = vendors.map((vendor) => ({ vendor, wire: "compatible", sdk: "minor" }));
  expect(facts).toBe(`<!-- specs-update ${JSON.stringify({ draft: false, updates })} -->`);
  const evidence = lines.filter((line) => /^[✅❌]/u.test(line));
  expect(evidence).toEqual(vendors.flatMap(() => ["✅ old contract tests", "✅ typecheck"]));
  const taken = vendors.map((vendor) => operationsOf(readOpenApi(join(root, "specs", `${vendor}.yaml`))).length);
  expect(taken).toEqual(operations);
  // The checks of the pull request, once all of it is taken up.
  const filters = [...vendors, "sessions"].map((name) => `--filter=@x/${name}`);
  await command("exec", "turbo", "run", "typecheck", "public-api:check", "test", ...filters);
  await command("exec", "vitest", "run", "--project", "commands", "budgets");
  await command("generate", "--check");
});
