import { defineConfig } from "vitest/config";
import { shared } from "../../vitest.config.ts";

// Minutes, not seconds: run by `pnpm test:hostile`, not with the unit tests.
export default defineConfig({
  test: {
    ...shared(10),
    root: import.meta.dirname,
    setupFiles: ["test/hostile/setup.ts"],
    include: ["test/hostile/**/*.test.ts", "test/leaks/**/*.test.ts"],
    // Most of a case's time is waiting for a server that never answers.
    maxConcurrency: 24,
  },
});
