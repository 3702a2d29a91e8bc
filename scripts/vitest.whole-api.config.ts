import { defineConfig } from "vitest/config";

// Vendors from their pages to their packed packages, in copies of the repository: run by `pnpm test:whole-api`.
export default defineConfig({
  test: { root: import.meta.dirname, include: ["src/**/*.slow.test.ts"], testTimeout: 180_000 },
});
