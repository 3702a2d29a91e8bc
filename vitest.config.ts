import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { defineConfig, type TestProjectConfiguration, type TestUserConfig } from "vitest/config";

/**
 * What every suite has. The time limit is there for what hangs: machines differ by a factor of two and more in speed, so that
 * it is no judge of what is slow. Tests have none of their own.
 */
export function shared(minutes: number): TestUserConfig {
  return {
    testTimeout: minutes * 60_000,
    hookTimeout: minutes * 60_000,
    // A test.only stops the run on every machine, as it does in CI: results are shared by turbo's cache.
    allowOnly: false,
  };
}

/** A project for every package: a new one is tested without being named here. */
export function projects(include: readonly string[], exclude: readonly string[] = []): TestProjectConfiguration[] {
  return ["packages", "scripts"]
    .flatMap((parent) => readdirSync(join(import.meta.dirname, parent)).map((name) => join(parent, name)))
    .filter((folder) => existsSync(join(import.meta.dirname, folder, "package.json")))
    .map((folder) => ({
      extends: true as const,
      test: {
        name: folder.split("/")[1] as string,
        root: join(import.meta.dirname, folder),
        include: [...include],
        exclude: ["**/node_modules/**", "**/dist/**", ...exclude],
      },
    }));
}

/** Suites that take minutes have a command and a configuration of their own. */
const slow = ["**/*.slow.test.ts", "test/hostile/**", "test/leaks/**", "test/mutants/**"];

export default defineConfig({
  test: {
    ...shared(3),
    // A worker is used for many files: what a test sets up, it takes down.
    isolate: false,
    // As Node runs the sources: without a transform of its own.
    experimental: { viteModuleRunner: false },
    // turbo runs three packages side by side: a worker more for each would load all that its tests import once more.
    maxWorkers: "50%",
    projects: projects(["src/**/*.test.ts", "test/**/*.test.ts"], slow),
  },
});
