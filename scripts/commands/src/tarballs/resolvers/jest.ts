import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { mockEnvironment, type Mocks } from "../checks/mock.ts";
import { mustRun } from "../run.ts";
import { tool, toolFile } from "../tools.ts";

const CONSUMER = join(import.meta.dirname, "../consumer");

/** Jest as it comes: a CommonJS package whose test requires the packages. */
export async function checkJest(project: string, mocks: Mocks): Promise<undefined> {
  const folder = commonJsPackage(project, "jest", {
    "call.cjs": "resolvers/call.cjs",
    "call.test.js": "resolvers/jest.js",
  });
  await mustRun(await tool("jest"), ["--ci"], { cwd: folder, env: mockEnvironment(mocks) });
}

/** ts-jest as it comes: with its transform, which its preset names, and no tsconfig.json. */
export async function checkTsJest(project: string, mocks: Mocks): Promise<undefined> {
  const folder = commonJsPackage(project, "ts-jest", {
    "consumer.ts": "consumer.ts",
    "consumer.test.ts": "resolvers/ts-jest.ts",
  });
  // Where a user has it in the project, here it has a place of its own.
  const transform = { "^.+\\.ts$": await toolFile("ts-jest", "ts-jest") };
  const config = JSON.stringify({ transform });
  await mustRun(await tool("ts-jest", "jest"), ["--ci", "--config", config], {
    cwd: folder,
    env: mockEnvironment(mocks),
  });
}

/** A package of the user's, below the project, in which the packages are installed. */
function commonJsPackage(project: string, folderName: string, files: Readonly<Record<string, string>>): string {
  const folder = join(project, folderName);
  mkdirSync(folder);
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true }));
  for (const [name, source] of Object.entries(files)) copyFileSync(join(CONSUMER, source), join(folder, name));
  return folder;
}
