import { defineConfig } from "vitest/config";
import { projects, shared } from "./vitest.config.ts";

// What builds packages in copies of the repository, starts many processes or tries thousands of documents: run by
// `pnpm test:slow`. The rehearsal of releases has a command of its own.
export default defineConfig({
  test: {
    ...shared(10),
    // All cores: the default leaves one idle. Each test works in folders of its own.
    maxWorkers: "100%",
    projects: projects(["src/**/*.slow.test.ts", "test/**/*.slow.test.ts"], ["src/release/**"]),
  },
});
