import { defineConfig } from "vitest/config";
import { shared } from "../../vitest.config.ts";

// What installs whole frameworks, or runs a maintainer's commands in a clone: run by `pnpm test:nightly`.
export default defineConfig({
  test: { ...shared(10), root: import.meta.dirname, include: ["src/**/*.nightly.ts"] },
});
