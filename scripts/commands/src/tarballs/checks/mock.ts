import { startPrism } from "@x/mock";
import { createRequire } from "node:module";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { messageOf, Problem } from "@x/openapi";
import { mustRun } from "../run.ts";
import { nodeOf } from "../tools.ts";
import type { InstalledPackage } from "../workspace.ts";

/** What the vendors' own examples say. */
const RESPONSES = {
  active: false,
  id: "7b61621f-62e0-4aad-ab11-9fd19e272e73",
  member: "000585f36eed9e8fb6b655b4",
  title: "string",
  rows: 1,
};

/** A mock of each spec, as it stands in the installed package. */
export interface Mocks extends AsyncDisposable {
  /** Base URL by package name without its scope. */
  readonly urls: ReadonlyMap<string, string>;
}

/**
 * Starts Prism on the `openapi.yaml` of every installed package that has one.
 *
 * @throws {Problem} when one does not start
 */
export async function startMocks(project: string, packages: readonly InstalledPackage[]): Promise<Mocks> {
  const require = createRequire(join(project, "package.json"));
  const running = new AsyncDisposableStack();
  const urls = new Map<string, string>();
  try {
    for (const { name, manifest } of packages) {
      if (!manifest.exports?.["./openapi.yaml"]) continue;
      const prism = running.use(await startPrism(require.resolve(`${name}/openapi.yaml`), { seed: 1 }));
      urls.set(name.slice(name.indexOf("/") + 1), prism.url);
    }
  } catch (thrown) {
    await running.disposeAsync();
    throw new Problem(messageOf(thrown));
  }
  return { urls, [Symbol.asyncDispose]: () => running.disposeAsync() };
}

/** Runs the compiled user's program, which calls both vendors' mocks. */
export async function checkMockCall(project: string, version: string, { urls }: Mocks): Promise<undefined> {
  const node = await nodeOf(version);
  const env: Record<string, string> = { MOCK_KEY: "test-key" };
  for (const [name, url] of urls) env[`${name.toUpperCase().replaceAll("-", "_")}_URL`] = url;
  const printed = await mustRun(node, ["out/consumer.js"], { cwd: project, env, timeoutMs: 30_000 });
  const responses: unknown = JSON.parse(printed);
  if (!isDeepStrictEqual(responses, RESPONSES)) {
    throw new Problem(`expected ${JSON.stringify(RESPONSES)}\nprinted ${printed.trim()}`);
  }
  return undefined;
}
