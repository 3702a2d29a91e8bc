import { readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { expect, test } from "vitest";
import { generatePackage } from "@x/generator";
import { treeOf } from "../testing/workspace.ts";
import { roomDocument } from "../testing/document.ts";
import { createSteps } from "../update/steps.ts";
import { addVendor } from "./add.ts";
import { copyOfRepository, install, passes } from "../testing/repository.ts";

test("a third vendor generates, builds, passes its contract tests and packs at once", async () => {
  const root = copyOfRepository({ "acme.yaml": roomDocument });
  const steps = createSteps(() => undefined);
  await addVendor({ root, name: "acme", pulling: { from: ["acme.yaml"] }, steps });
  install(root, "acme", "pagecall");

  const tree = treeOf(join(root, "packages/acme/src"));
  for (const [path, text] of (await generatePackage(root, "acme")).files)
    expect(tree[relative(join(root, "packages/acme/src"), path)]).toBe(text);
  await passes(root, "client", "build");
  await passes(root, "acme", "build", "pagecall");
  await passes(root, "acme", "typecheck", "pagecall");
  await passes(root, "acme", "vitest run --root . --testTimeout 600000 test", "pagecall");
  await passes(root, "acme", `pnpm pack --pack-destination "${root}"`, "pagecall");
  expect(readdirSync(root)).toContainEqual(expect.stringMatching(/-acme-0\.0\.0\.tgz$/));
  expect(readdirSync(join(root, "packages/acme/dist"))).toEqual(expect.arrayContaining(["index.js", "openapi.yaml"]));
});
