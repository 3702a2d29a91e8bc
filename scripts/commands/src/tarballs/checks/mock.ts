import { startMock } from "@x/mock";
import { isDeepStrictEqual } from "node:util";
import { messageOf, Problem } from "@x/openapi";
import { mustRun } from "../run.ts";
import { nodeOf } from "../tools.ts";
import type { InstalledPackage } from "../workspace.ts";

/** What the vendors' own examples say. */
export const ANSWERS = {
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
 * Serves the `openapi.yaml` of every installed package that has one.
 *
 * @throws {Problem} when one does not start
 */
export async function startMocks(project: string, packages: readonly InstalledPackage[]): Promise<Mocks> {
  const running = new AsyncDisposableStack();
  const urls = new Map<string, string>();
  try {
    for (const { name, manifest } of packages) {
      if (!manifest.exports?.["./openapi.yaml"]) continue;
      const mock = running.use(await startMock(name, { from: project, seed: 1 }));
      urls.set(name.slice(name.indexOf("/") + 1), mock.url);
    }
  } catch (thrown) {
    await running.disposeAsync();
    throw new Problem(messageOf(thrown));
  }
  return { urls, [Symbol.asyncDispose]: () => running.disposeAsync() };
}

/**
 * Runs a user's program, which calls both vendors' mocks and prints what they answer.
 *
 * @param args - Node's options and the program
 */
export async function checkMockCall(
  project: string,
  version: string,
  mocks: Pick<Mocks, "urls">,
  args: readonly string[],
): Promise<undefined> {
  const printed = await mustRun(await nodeOf(version), args, { cwd: project, env: mockEnvironment(mocks) });
  const answers: unknown = JSON.parse(printed);
  if (!isDeepStrictEqual(answers, ANSWERS)) {
    throw new Problem(`it printed ${printed.trim()}\nnot ${JSON.stringify(ANSWERS)}`);
  }
}

/** Tells a user's program where the mocks are, and what they answer. */
export function mockEnvironment({ urls }: Pick<Mocks, "urls">): Record<string, string> {
  const env: Record<string, string> = { MOCK_KEY: "test-key", ANSWERS: JSON.stringify(ANSWERS) };
  for (const [name, url] of urls) env[`${name.toUpperCase().replaceAll("-", "_")}_URL`] = url;
  return env;
}
