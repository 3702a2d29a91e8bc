import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { generatePackage, vendorNames } from "@x/generator";
import { expect, test } from "vitest";
import { root } from "../workspace/files.ts";

const workflow = readFileSync(join(root, ".github/workflows/spec-sync.yml"), "utf8");

test.each(vendorNames(root))("the workflow's pull request has all that is generated for %s", async (vendor) => {
  const [, words = ""] = /git add --all -- (.*)/.exec(workflow) ?? [];
  const added = words.split(" ").map((word) => word.replaceAll('"', "").replace("$VENDOR", vendor));
  const { files, docs } = await generatePackage(root, vendor);
  const paths = [...files.keys(), ...docs.keys()].map((path) => relative(root, path));
  expect(paths).toContain("README.md");
  expect(paths.filter((path) => !added.some((each) => path === each || path.startsWith(`${each}/`)))).toEqual([]);
  // The job that opens the pull request takes the same.
  const [, own = ""] = /awk -v own=.* '(.*)'/.exec(workflow) ?? [];
  for (const each of added.filter((name) => !name.startsWith("packages/"))) expect(own).toContain(`"${each}`);
});
