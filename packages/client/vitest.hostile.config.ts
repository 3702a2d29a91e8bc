import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { defineConfig, type TestProjectConfiguration } from "vitest/config";
import { shared } from "../../vitest.config.ts";

/** What sends (`test/support/transport.ts`): all, or the one that the environment names. */
const { CLIENT_TRANSPORT: named } = process.env;
const transports = named ? [named] : ["fetch", "undici", "undici-8"];
const here = import.meta.dirname;

/** The packages above the client. */
const above = readdirSync(join(here, "..")).filter(
  (name) => !["client", "mock"].includes(name) && existsSync(join(here, "..", name, "package.json")),
);

/** What unit tests and the packages above the client run over once more: no result changes. */
const OVER = { CLIENT_TRANSPORT: "undici", CLIENT_FETCH_DISPATCHES: "1" };
const overUndici: TestProjectConfiguration[] = [
  {
    extends: true,
    test: {
      name: "unit tests, undici",
      env: OVER,
      isolate: false,
      include: ["src/**/*.test.ts"],
      // It names what it runs over.
      exclude: ["src/undici/**"],
    },
  },
  ...above.map((name) => ({
    extends: true as const,
    resolve: { alias: [{ find: /^@x\/client$/, replacement: join(here, "test/undici/client-over-undici.ts") }] },
    test: {
      name: `${name}, undici`,
      root: join(here, "..", name),
      env: OVER,
      isolate: false,
      setupFiles: [join(here, "test/undici/network-of-undici.ts")],
      include: ["src/**/*.test.ts", "test/**/*.test.ts"],
    },
  })),
];

// Minutes, not seconds: run by `pnpm test:hostile`, not with the unit tests.
export default defineConfig({
  test: {
    ...shared(10),
    root: here,
    // Most of a case's time is waiting for a server that never answers.
    maxConcurrency: 24,
    // The whole suite over each of what can send.
    projects: [
      ...transports.map((name) => ({
        extends: true as const,
        test: {
          name,
          env: { CLIENT_TRANSPORT: name },
          setupFiles: ["test/hostile/setup.ts"],
          include: ["test/hostile/**/*.test.ts", "test/leaks/**/*.test.ts"],
        },
      })),
      ...(named ? [] : overUndici),
    ],
  },
});
