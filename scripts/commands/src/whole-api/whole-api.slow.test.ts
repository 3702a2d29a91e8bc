import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { addVendor } from "../add/add.ts";
import { copyOfRepository, install, passes } from "../testing/repository.ts";
import { createSteps } from "../update/steps.ts";
import { generateVendor } from "./generate-vendor.ts";
import { pagesOf } from "./pages.ts";
import { OPERATIONS, RESOURCES, syntheticVendor } from "./synthetic-vendor.ts";
import { typecheck } from "./typecheck.ts";

const FAULTS = [
  "#/components/schemas/Room/required/owner_id",
  "#/components/schemas/Room/properties/id/example",
  "#/components/schemas/Room/properties/max_participants/default",
  "#/components/parameters/PageNumber/schema/default",
];

test.each(["3.0.3", "3.1.0"] as const)(
  "all pages of a vendor in OpenAPI %s become a package that builds, passes its contract tests and packs, with no hand edit",
  async (version) => {
    const pages = Object.entries(pagesOf(syntheticVendor(version)));
    const operations = RESOURCES.length * OPERATIONS.resource + OPERATIONS.once;
    expect(pages).toHaveLength(operations);
    const root = copyOfRepository(Object.fromEntries(pages.map(([path, text]) => [`pages/${path}`, text])));
    const lines: string[] = [];
    const steps = createSteps((line) => lines.push(line));
    await addVendor({ root, name: "acme", pulling: { from: ["pages"] }, steps });
    install(root, "acme", "pagecall");

    await passes(root, "client", "build");
    await passes(root, "acme", "build", "pagecall");
    await passes(root, "acme", "typecheck", "pagecall");
    await passes(root, "acme", "vitest run --root . --testTimeout 600000 test", "pagecall");
    const coverage = JSON.parse(readFileSync(join(root, "reports/coverage/acme.json"), "utf8"));
    expect(coverage.exercised).toBe(coverage.documented);
    // What is broken is told where it is: by lint as a warning, by the contract tests in their report.
    const pointers = coverage.vendorFaults.map((fault: { pointer: string }) => fault.pointer);
    expect(pointers).toEqual(expect.arrayContaining(FAULTS));
    for (const warning of [
      /no-required-schema-properties-undefined: #\/components\/schemas\/\w+\/required\/2/,
      /no-invalid-schema-examples: #\/components\/schemas\/\w+\/properties\/id\/example/,
      /struct: #\/components\/schemas\/\w+\/properties\/topic\//,
      /no-identical-paths/,
    ]) {
      expect(lines.join("\n")).toMatch(warning);
    }
    await passes(root, "acme", `pnpm pack --pack-destination "${root}"`, "pagecall");
    expect(readdirSync(root)).toContainEqual(expect.stringMatching(/-acme-0\.0\.0\.tgz$/));
  },
);

test("a thousand operations give types that fit", async () => {
  const resources = Array.from({ length: 125 }, (_, index) => `room${index}`);
  const files = await generateVendor(syntheticVendor("3.1.0", resources));
  expect(files["operations.ts"].match(/method: "/g)).toHaveLength(1_000 + OPERATIONS.once);
  expect(await typecheck({ ...files })).toBe("");
});
