import { cpSync } from "node:fs";
import { join } from "node:path";
import { checkMockCall, startMocks, type Mocks } from "./tarballs/checks/mock.ts";
import { compileTypes, prepareTypes, type TypesCase } from "./tarballs/checks/types.ts";
import { Report } from "./tarballs/report.ts";
import { bundlers, PROGRAMS, type Form } from "./tarballs/resolvers/bundlers.ts";
import { compileHooks, prepareHooks } from "./tarballs/resolvers/hooks.ts";
import { checkIdentity } from "./tarballs/resolvers/identity.ts";
import { checkJest, checkTsJest } from "./tarballs/resolvers/jest.ts";
import { checkNext, prepareNext } from "./tarballs/resolvers/next.ts";
import { temporaryFolder } from "./tarballs/run.ts";
import { NODE_VERSIONS, nodeOf, TYPESCRIPT_VERSIONS } from "./tarballs/tools.ts";
import { buildAll, installAll, packAll, type InstalledPackage } from "./tarballs/workspace.ts";
import { isHelp } from "./terminal/arguments.ts";
import { runCommand } from "./terminal/run-command.ts";

const HELP = `Usage: pnpm test:resolvers

Builds and packs the packages, installs them by npm, and has compilers, test runners and bundlers find and run them, as
CommonJS and as ES modules. It takes minutes.
`;

/** The compilers that `pnpm test:packages` does not try: those of CommonJS, and of TypeScript 6. */
const TYPES: readonly Omit<TypesCase, "globals">[] = [
  { typescript: "5.4.5", resolution: "commonjs, node10" },
  { typescript: "5.4.5", resolution: "nodenext, CommonJS package" },
  { typescript: "5.9.3", resolution: "commonjs, node10" },
  { typescript: "5.9.3", resolution: "nodenext, CommonJS package" },
  { typescript: "6.0.3", resolution: "commonjs, bundler" },
  { typescript: "6.0.3", resolution: "nodenext" },
  { typescript: "6.0.3", resolution: "bundler" },
  { typescript: "7.0.2", resolution: "commonjs, bundler" },
  { typescript: "7.0.2", resolution: "nodenext, CommonJS package" },
];

const FORMS: readonly Form[] = ["import", "require", "both"];
const COMMON_JS_FIRST = "both, require first";

/** `pnpm test:resolvers`: whatever finds the packages, by whichever of their forms, they work and know each other's errors. */
await runCommand(async () => {
  if (isHelp(HELP)) return;
  const report = new Report();
  const folder = temporaryFolder("x-resolvers");
  const project = join(folder, "project");
  await buildAll();
  const tarballs = await packAll(folder);
  const packages = await installAll(tarballs, project);
  cpSync(join(import.meta.dirname, "tarballs/consumer/resolvers"), join(project, "resolvers"), { recursive: true });
  const next = join(folder, "next");
  // Mostly waits for npm: beside the others.
  const installed = report.check("Next, npm install", "passes", () => prepareNext(next, tarballs.values()));
  const hooks = join(folder, "hooks");
  await report.check("Hooks, npm install", "passes", () => prepareHooks(hooks, tarballs.values()));
  const hookRows = TYPESCRIPT_VERSIONS.map((version) => [version, `Hooks, TypeScript ${version}`] as const);
  for (const [version, row] of hookRows) await report.check(row, "passes", () => compileHooks(hooks, version));
  await using mocks = await startMocks(project, packages);
  const compilers = await checkCompilers(report, project, packages, mocks);
  await report.check("Jest", "passes", () => checkJest(project, mocks));
  await report.check("ts-jest", "passes", () => checkTsJest(project, mocks));
  const programs = await checkPrograms(report, join(project, "resolvers"), mocks);
  await installed;
  await report.check("Next, build and start", "passes", () => checkNext(next, mocks));
  const others = ["Jest", "ts-jest", "Next, npm install", "Next, build and start"];
  report.close("resolvers", [
    { title: "A user's strict program compiles, and calls both mocks", text: report.grid(compilers, ["passes"]) },
    {
      title: "Programs that load the packages by import, by require, and by both",
      text: report.grid(programs, [...FORMS, COMMON_JS_FIRST]),
    },
    {
      title: "openapi-react-query and swr-openapi take openapi-fetch's client",
      text: report.grid(["Hooks, npm install", ...hookRows.map(([, row]) => row)], ["passes"]),
    },
    { title: "Test runners and frameworks", text: report.grid(others, ["passes"]) },
  ]);
});

async function checkCompilers(
  report: Report,
  project: string,
  packages: readonly InstalledPackage[],
  mocks: Mocks,
): Promise<string[]> {
  await prepareTypes(project, packages);
  const rows: string[] = [];
  for (const one of TYPES) {
    const row = `TypeScript ${one.typescript}, ${one.resolution}`;
    rows.push(row);
    await report.check(row, "passes", async () => {
      const program = await compileTypes(project, { ...one, globals: "node" });
      return checkMockCall(project, NODE_VERSIONS[0] as string, mocks, [program]);
    });
  }
  return rows;
}

async function checkPrograms(report: Report, folder: string, mocks: Mocks): Promise<string[]> {
  const rows: string[] = [];
  const version = NODE_VERSIONS.at(-1) as string;
  for (const each of NODE_VERSIONS) {
    rows.push(`Node ${each}`);
    for (const form of ["import", "require"] as const) {
      await report.check(`Node ${each}`, form, () => checkMockCall(folder, each, mocks, [PROGRAMS[form]]));
    }
    await report.check(`Node ${each}`, "both", async () =>
      checkIdentity(await nodeOf(each), [PROGRAMS.both], { folder, mocks, copies: 1 }),
    );
    // This Node, as 22.12 to 22.14, takes it for a circle by mistake: https://github.com/nodejs/node/issues/57869
    if (each === "20.19.0") continue;
    await report.check(`Node ${each}`, COMMON_JS_FIRST, async () =>
      checkIdentity(await nodeOf(each), ["both-commonjs-first.mjs"], { folder, mocks, copies: 1 }),
    );
  }
  // As resolvers do that do not know "module-sync".
  const without = `Node ${version}, without module-sync`;
  rows.push(without);
  await report.check(without, "both", async () => {
    const args = ["--import", "./without-module-sync.mjs", PROGRAMS.both];
    return checkIdentity(await nodeOf(version), args, { folder, mocks, copies: 2 });
  });
  for (const { name, build, nodeOptions = [] } of bundlers) {
    rows.push(name);
    for (const form of FORMS) {
      await report.check(name, form, async () => {
        const args = [...nodeOptions, await build(folder, PROGRAMS[form])];
        if (form === "both") return checkIdentity(await nodeOf(version), args, { folder, mocks });
        return checkMockCall(folder, version, mocks, args);
      });
    }
  }
  return rows;
}
