import { existsSync, readdirSync } from "node:fs";
import { defineConfig } from "vitest/config";

/** Suites that take minutes have a command and a configuration of their own. */
const slow = ["src/**/*.slow.test.ts", "test/hostile/**", "test/leaks/**", "test/mutants/**"];

/** A project for every package: a new one is tested without being named here. */
export default defineConfig({
  test: {
    // A worker is used for many files: what a test sets up, it takes down.
    isolate: false,
    // All cores: the default leaves one idle, which is half of a small machine.
    maxWorkers: "100%",
    projects: ["packages", "scripts"]
      .flatMap((parent) => readdirSync(parent).map((name) => `${parent}/${name}`))
      .filter((folder) => existsSync(`${folder}/package.json`))
      .map((folder) => ({
        test: {
          name: folder.split("/")[1],
          root: folder,
          include: ["src/**/*.test.ts", "test/**/*.test.ts"],
          exclude: ["**/node_modules/**", "**/dist/**", ...slow],
        },
      })),
  },
});
