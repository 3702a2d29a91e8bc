import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { workspaceOf } from "../test-workspace.ts";
import { HEAD, item, pulled, whole } from "./test-many-files.ts";

test.each(["api/root.yaml", "api"])("a document of many files becomes one, named by %s", async (from) => {
  const { after, operations, files: written } = await pulled(workspaceOf(whole), from);
  expect(operations).toEqual(["GET /rooms"]);
  expect(after).toMatch(/\$ref: '#\/components\/schemas\/Room'/);
  expect(after).not.toMatch(/shared|rooms\.yaml/);
  expect([...written.values()].join()).toContain(`"from": "${from}"`);
});

test.each([
  ["../out.yaml", "leaves the document's folder"],
  ["/etc/hostname", "leaves the document's folder"],
  ["link.yaml", "leaves the document's folder"],
  ["http://127.0.0.1:9/a.yaml", "leaves the document's folder"],
  ["//127.0.0.1:9/a.yaml", "leaves the document's folder"],
  ["file:///etc/passwd", "leaves the document's folder"],
  ["gone.yaml", "leads to no file"],
  ["sub", "leads to no file"],
  [".env", "leads to a hidden file"],
  ["%2eenv", "leads to a hidden file"],
  ["sub/.hidden/a.yaml", "leads to a hidden file"],
  ["to-hidden.txt", "leads to a hidden file"],
])("a reference to %s is refused, and never read", async (reference, why) => {
  const folder = workspaceOf({
    ...whole,
    "out.yaml": item,
    "api/root.yaml": `${HEAD}paths: { /a: { $ref: b.yaml } }\n`,
    "api/b.yaml": `$ref: "${reference}"\n`,
    "api/.env": "KEY=secret\n",
    "api/sub/.hidden/a.yaml": item,
  });
  symlinkSync(".env", join(folder, "api/to-hidden.txt"));
  symlinkSync(join(folder, "out.yaml"), join(folder, "api/link.yaml"));
  await expect(pulled(folder, "api/root.yaml")).rejects.toThrow(
    `api/root.yaml: the reference ${JSON.stringify(reference)} in b.yaml ${why}.`,
  );
});

test("a folder with two documents on which files hang is refused, and both are named", async () => {
  const folder = workspaceOf({ ...whole, "api/other.yaml": `${HEAD}paths: {}\n` });
  await expect(pulled(folder, "api")).rejects.toThrow("name one (api/other.yaml, api/root.yaml)");
});
