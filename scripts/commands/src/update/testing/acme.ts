import { pull } from "@x/sources";
import { documentOf } from "../../testing/document.ts";
import { workspaceOf } from "../../testing/workspace.ts";
import { writeAll } from "../../workspace/files.ts";
import { createSteps } from "../steps.ts";
import { update, type UpdateOptions } from "../update.ts";

export const rules = "rules:\n  no-unresolved-refs: error\n  operation-summary: warn\n";
const manifest = (name: string, more: object = {}): string => JSON.stringify({ name: `@x/${name}`, ...more });
export const grown = documentOf(
  "GET",
  "/rooms",
  "  /users:\n    get:\n      responses: { '200': { description: OK } }\n",
);
export const shrunk = documentOf("POST", "/rooms");

/** A workspace of three packages, where one vendor's document was pulled before. */
export async function workspace(): Promise<string> {
  const root = workspaceOf({
    "redocly.yaml": rules,
    "api.yaml": documentOf("GET", "/rooms"),
    "packages/acme/package.json": manifest("acme"),
    "packages/all/package.json": manifest("all", { dependencies: { "@x/acme": "workspace:^" } }),
    "packages/more/package.json": manifest("more", { peerDependencies: { "@x/all": "*" } }),
    "packages/tests/package.json": manifest("tests", { private: true, dependencies: { "@x/acme": "*" } }),
    "packages/other/package.json": manifest("other"),
    "packages/notes/README.md": "no package",
  });
  writeAll((await pull({ vendor: "acme", root, from: ["api.yaml"], today: "2026-01-02" })).files);
  return root;
}

export async function run(root: string, more: Partial<UpdateOptions> = {}) {
  const lines: string[] = [];
  const updates = await update({
    root,
    vendors: ["acme"],
    pulling: { today: "2026-02-03" },
    steps: createSteps((line) => lines.push(line)),
    ...more,
  });
  return { updates, lines };
}
