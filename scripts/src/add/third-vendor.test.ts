import { cpSync, mkdirSync, readdirSync, readFileSync, realpathSync, symlinkSync } from "node:fs";
import { delimiter, dirname, join, relative } from "node:path";
import { expect, test } from "vitest";
import { generatePackage } from "../generate/generate-package.ts";
import { root as repository } from "../lib/files.ts";
import { treeOf, workspaceOf } from "../pull/test-workspace.ts";
import { documentOf } from "../sources/test-site.ts";
import { run } from "../update/run.ts";
import { createSteps } from "../update/steps.ts";
import { addVendor } from "./add.ts";

const document = documentOf(
  "GET",
  "/rooms/{room_id}",
  `          content: { application/json: { schema: { $ref: '#/components/schemas/Room' } } }
        '404': { description: There is no such room. }
      summary: Shows a room.
      parameters: [{ name: room_id, in: path, required: true, schema: { type: string } }]
      security: [{ key: [] }]
components:
  schemas:
    Room: { type: object, required: [id], properties: { id: { type: string, example: r1 } } }
  securitySchemes:
    key: { type: http, scheme: bearer }
`,
);

/** Whatever is built or installed is made anew in the copy: nothing that runs there can reach the repository's own. */
const MADE = /(?:^|\/)(?:node_modules|dist|\.turbo|coverage|bench)$/;
const COPIED = [
  "package.json",
  "pnpm-workspace.yaml",
  "tsconfig.base.json",
  "redocly.yaml",
  "specs",
  ...["client", "contract", "pagecall"].map((name) => `packages/${name}`),
];

function copyOfRepository(files: { readonly [path: string]: string }): string {
  const root = workspaceOf(files);
  const filter = (from: string): boolean => !MADE.test(relative(repository, from));
  for (const path of COPIED) cpSync(join(repository, path), join(root, path), { recursive: true, filter });
  return root;
}

/** What "pnpm install" does, without the registry: the package gets what its example has, one link each. */
function install(root: string, name: string, example: string): void {
  const modules = join(repository, "packages", example, "node_modules");
  const links = readdirSync(modules).flatMap((entry) => {
    if (entry.startsWith(".")) return [];
    return entry.startsWith("@") ? readdirSync(join(modules, entry)).map((each) => `${entry}/${each}`) : [entry];
  });
  for (const link of links) {
    const own = link.startsWith("@x/") ? join(root, "packages", link.slice("@x/".length)) : undefined;
    const place = join(root, "packages", name, "node_modules", link);
    mkdirSync(dirname(place), { recursive: true });
    symlinkSync(own ?? realpathSync(join(modules, link)), place);
  }
}

/** Runs a script of a package's manifest, or another command, in its folder. What it prints is the failure's message. */
async function passes(root: string, name: string, command: string, example = name): Promise<void> {
  const folder = join(root, "packages", name);
  const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const bins = [`packages/${example}/node_modules/.bin`, "node_modules/.bin"].map((path) => join(repository, path));
  const variables = {
    PATH: [...bins, process.env["PATH"]].join(delimiter),
    pnpm_config_verify_deps_before_run: "false",
  };
  const { passed, output } = await run("sh", ["-c", manifest.scripts?.[command] ?? command], folder, variables);
  if (!passed) throw new Error(`${name}: ${command}:\n${output}`);
}

test(
  "a third vendor generates, builds, passes its contract tests and packs at once",
  { timeout: 120_000 },
  async () => {
    const root = copyOfRepository({ "acme.yaml": document });
    const steps = createSteps(() => undefined);
    await addVendor({ root, name: "acme", pulling: { from: ["acme.yaml"] }, steps });
    install(root, "client", "client");
    install(root, "contract", "contract");
    install(root, "acme", "pagecall");

    const tree = treeOf(join(root, "packages/acme/src"));
    for (const [path, text] of await generatePackage(root, "acme"))
      expect(tree[relative(join(root, "packages/acme/src"), path)]).toBe(text);
    await passes(root, "client", "build");
    await passes(root, "acme", "build", "pagecall");
    await passes(root, "acme", "typecheck", "pagecall");
    await passes(root, "acme", "vitest run --root . test", "pagecall");
    await passes(root, "acme", `pnpm pack --pack-destination "${root}"`, "pagecall");
    expect(readdirSync(root)).toContain("x-acme-0.0.0.tgz");
    expect(readdirSync(join(root, "packages/acme/dist"))).toEqual(expect.arrayContaining(["index.js", "openapi.yaml"]));
  },
);
