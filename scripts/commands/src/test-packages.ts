import { join } from "node:path";
import { isHelp } from "./terminal/arguments.ts";
import { runCommand } from "./terminal/run-command.ts";
import { checkExample } from "./tarballs/checks/example.ts";
import { checkEntryPoints } from "./tarballs/checks/entry-points.ts";
import { checkImports } from "./tarballs/checks/imports.ts";
import { checkPublint, checkTypesResolve } from "./tarballs/checks/linters.ts";
import { checkLoad } from "./tarballs/checks/load.ts";
import { checkDocuments, checkInstallScripts, checkManifest } from "./tarballs/checks/manifest.ts";
import { checkMockCall, startMocks } from "./tarballs/checks/mock.ts";
import { checkSize } from "./tarballs/checks/size.ts";
import { compileTypes, prepareTypes, type TypesCase } from "./tarballs/checks/types.ts";
import { Report } from "./tarballs/report.ts";
import { temporaryFolder } from "./tarballs/run.ts";
import { NODE_VERSIONS, TYPESCRIPT_VERSIONS } from "./tarballs/tools.ts";
import { buildAll, installAll, packAll, type InstalledPackage } from "./tarballs/workspace.ts";

const HELP = `Usage: pnpm test:packages

Builds and packs the packages, installs them by npm, loads them, compiles against them and calls them. It takes minutes.
`;

/** `pnpm test:packages`: the packages as users get them. Packed, installed by npm, loaded, compiled against, called. */
await runCommand(async () => {
  if (isHelp(HELP)) return;
  const report = new Report();
  const folder = temporaryFolder("x-packages");
  const project = join(folder, "project");
  await buildAll();
  const tarballs = await packAll(folder);
  const packages = await installAll(tarballs, project);
  // Mostly waits for npm: beside the others.
  const recipe = report.check("recipe", "npm test", () => checkExample(join(folder, "example"), tarballs));
  const names = packages.map(({ name }) => name);
  const packageChecks = await checkEach(report, packages, project);
  const typeCases = await checkAllTypes(report, packages, project);
  const calls = await checkCalls(report, packages, project);
  await recipe;
  report.close("packages", [
    { title: "Packages, as npm installs them", text: report.grid(packageChecks, names) },
    { title: "A user's strict program compiles", text: report.grid(typeCases, ["nodenext", "bundler"]) },
    { title: "and calls mocks of the installed specs", text: report.grid(calls, ["call"]) },
    { title: "The recipe for users' own contract tests", text: report.grid(["recipe"], ["npm test"]) },
  ]);
});

async function checkEach(report: Report, packages: readonly InstalledPackage[], project: string): Promise<string[]> {
  const checks: Record<string, (one: InstalledPackage) => Promise<string | undefined> | string | undefined> = {
    "package.json": checkManifest,
    "entry points": checkEntryPoints,
    "no install scripts": checkInstallScripts,
    documents: checkDocuments,
    imports: checkImports,
    "size, installed": checkSize,
    publint: checkPublint,
    attw: checkTypesResolve,
  };
  for (const version of NODE_VERSIONS) {
    checks[`import, Node ${version}`] = (one) => checkLoad(one, { version, project, kind: "mjs" });
    checks[`require, Node ${version}`] = (one) => checkLoad(one, { version, project, kind: "cjs" });
  }
  for (const [check, body] of Object.entries(checks)) {
    for (const one of packages) await report.check(check, one.name, () => body(one));
  }
  return Object.keys(checks);
}

async function checkAllTypes(
  report: Report,
  packages: readonly InstalledPackage[],
  project: string,
): Promise<string[]> {
  await prepareTypes(project, packages);
  const rows: string[] = [];
  for (const typescript of TYPESCRIPT_VERSIONS) {
    for (const globals of ["dom", "node"] as const) {
      const row = `TypeScript ${typescript}, ${globals === "dom" ? "DOM types" : "@types/node"}`;
      rows.push(row);
      for (const resolution of ["nodenext", "bundler"] as const) {
        const one: TypesCase = { typescript, resolution, globals };
        await report.check(row, resolution, async () => void (await compileTypes(project, one)));
      }
    }
  }
  return rows;
}

async function checkCalls(report: Report, packages: readonly InstalledPackage[], project: string): Promise<string[]> {
  await using running = new AsyncDisposableStack();
  const rows = ["mocks start", ...NODE_VERSIONS.map((version) => `Node ${version}`)];
  await report.check("mocks start", "call", async () => {
    const mocks = running.use(await startMocks(project, packages));
    for (const version of NODE_VERSIONS) {
      await report.check(`Node ${version}`, "call", () => checkMockCall(project, version, mocks, ["out/main.js"]));
    }
    return undefined;
  });
  return rows;
}
