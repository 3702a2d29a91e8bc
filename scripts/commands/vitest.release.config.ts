import { defineConfig } from "vitest/config";
import { shared } from "../../vitest.config.ts";

// Three releases, one after the other: run by `pnpm test:release`.
export default defineConfig({
  test: { ...shared(10), root: import.meta.dirname, include: ["src/release/*.slow.test.ts"] },
});
