import { defineConfig } from "vitest/config";
import { shared } from "../../vitest.config.ts";

// What installs whole frameworks, runs a maintainer's commands in a clone, or tries thousands of documents for minutes: run by `pnpm test:nightly`.
export default defineConfig({
  test: { ...shared(60), root: `${import.meta.dirname}/../..`, include: ["scripts/*/src/**/*.nightly.ts"] },
});
