import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      { test: { name: "scripts", root: "./scripts", include: ["src/**/*.test.ts"] } },
      { test: { name: "client", root: "./packages/client", include: ["src/**/*.test.ts", "test/*.test.ts"] } },
      { test: { name: "contract", root: "./packages/contract", include: ["src/**/*.test.ts"] } },
    ],
  },
});
