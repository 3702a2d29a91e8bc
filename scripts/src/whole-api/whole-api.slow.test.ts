import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { addVendor } from "../add/add.ts";
import { copyOfRepository, install, passes } from "../add/test-repository.ts";
import { createSteps } from "../update/steps.ts";
import { pagesOf } from "./pages.ts";
import { OPERATIONS, RESOURCES, syntheticVendor } from "./synthetic-vendor.ts";

test.each(["3.0.3", "3.1.0"] as const)(
  "all pages of a vendor in OpenAPI %s become a package that builds, passes its contract tests and packs, with no hand edit",
  { timeout: 600_000 },
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
    await passes(root, "acme", "vitest run --root . test", "pagecall");
    const coverage = JSON.parse(readFileSync(join(root, "reports/coverage/acme.json"), "utf8"));
    expect(coverage.exercised).toBe(coverage.documented);
    await passes(root, "acme", `pnpm pack --pack-destination "${root}"`, "pagecall");
    expect(readdirSync(root)).toContain("x-acme-0.0.0.tgz");
  },
);
