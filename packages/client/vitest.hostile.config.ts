import { defineConfig } from "vitest/config";
import { shared } from "../../vitest.config.ts";

/** What sends (`test/support/transport.ts`): all, or the one that the environment names. */
const { CLIENT_TRANSPORT: named } = process.env;
const transports = named ? [named] : ["fetch", "undici", "undici-8"];

// Minutes, not seconds: run by `pnpm test:hostile`, not with the unit tests.
export default defineConfig({
  test: {
    ...shared(10),
    root: import.meta.dirname,
    // Most of a case's time is waiting for a server that never answers.
    maxConcurrency: 24,
    // The whole suite over each of what can send.
    projects: transports.map((name) => ({
      extends: true as const,
      test: {
        name,
        env: { CLIENT_TRANSPORT: name },
        setupFiles: ["test/hostile/setup.ts"],
        include: ["test/hostile/**/*.test.ts", "test/leaks/**/*.test.ts"],
      },
    })),
  },
});
