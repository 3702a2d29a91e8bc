import { defineConfig } from "vitest/config";

// What builds packages in copies of the repository, or starts many processes: run by `pnpm test:slow`.
export default defineConfig({
  test: { root: import.meta.dirname, include: ["src/**/*.slow.test.ts"], testTimeout: 180_000, hookTimeout: 180_000 },
});
