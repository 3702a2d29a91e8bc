import { environmentOf, type Environment } from "./environment.ts";
import { MockError } from "../mock-error.ts";
import { runCommand, type Ending } from "./run-command.ts";
import { withMocks } from "./with-mocks.ts";

/** No vendor's, and long enough for clients that refuse short ones. */
const TEST_KEY = "x-mock-test-key-0123456789";

/**
 * Starts a mock for each package, sets the environment variables that the packages read, and runs a command.
 *
 * @throws {MockError} when a mock or the command can't be started, or a mock ends before the command
 */
export async function run(packages: readonly string[], command: readonly string[]): Promise<Ending> {
  const from = process.cwd();
  const names = [...new Set(packages)];
  const environments = await Promise.all(names.map((name) => environmentOf(name, from)));
  checkNames(names, environments);
  return await withMocks(names, { from }, (mocks, ended) => {
    const env: NodeJS.ProcessEnv = { ...process.env };
    for (const [index, { url }] of mocks.entries()) {
      const { apiKey, baseUrl } = environments[index] as Environment;
      env[apiKey] = TEST_KEY;
      env[baseUrl] = url;
      process.stderr.write(`x-mock: ${names[index]} is at ${url} (${baseUrl}, ${apiKey})\n`);
    }
    return runCommand(command, env, ended);
  });
}

/** @throws {MockError} when two packages would read each other's mock */
function checkNames(names: readonly string[], environments: readonly Environment[]): void {
  const owners = new Map<string, string>();
  for (const [index, { apiKey, baseUrl }] of environments.entries()) {
    const name = names[index] as string;
    for (const variable of [apiKey, baseUrl]) {
      const owner = owners.get(variable);
      if (owner) throw new MockError(`${owner} and ${name} both read ${variable}: run the command once for each.`);
      owners.set(variable, name);
    }
  }
}
