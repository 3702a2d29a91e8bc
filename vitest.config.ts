import { readdirSync } from "node:fs";
import { defineConfig } from "vitest/config";

/** Suites that take minutes have a command and a configuration of their own. */
const slow = ["src/**/*.slow.test.ts", "test/hostile/**", "test/leaks/**", "test/mutations/**"];

/** A project for scripts/ and for every package: a new package is tested without being named here. */
export default defineConfig({
  test: {
    // A worker is used for many files: what a test sets up, it takes down.
    isolate: false,
    // All cores: the default leaves one idle, which is half of a small machine.
    maxWorkers: "100%",
    projects: ["scripts", ...readdirSync("packages").map((name) => `packages/${name}`)].map((folder) => ({
      test: {
        name: folder.replace("packages/", ""),
        root: folder,
        include: ["src/**/*.test.ts", "test/**/*.test.ts"],
        exclude: ["**/node_modules/**", "**/dist/**", ...slow],
      },
    })),
  },
});
