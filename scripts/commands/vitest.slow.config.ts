import { defineConfig } from "vitest/config";
import { shared } from "../../vitest.config.ts";

// What builds packages in copies of the repository, or starts many processes: run by `pnpm test:slow`.
export default defineConfig({
  test: {
    ...shared(10),
    root: import.meta.dirname,
    include: ["src/**/*.slow.test.ts"],
    exclude: ["src/release/**"],
  },
});
