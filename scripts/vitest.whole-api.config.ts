import { defineConfig } from "vitest/config";

// Minutes, not seconds: run by `pnpm test:whole-api`, not with the unit tests.
export default defineConfig({
  test: { root: import.meta.dirname, include: ["src/whole-api/**/*.slow.test.ts"] },
});
