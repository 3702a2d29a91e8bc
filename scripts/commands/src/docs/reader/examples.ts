import { cpSync, existsSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { mustRun, temporaryFolder } from "../../tarballs/run.ts";
import { root } from "../../workspace/files.ts";

/** The examples that users copy, as paths from the repository's root. */
export function examples(): string[] {
  return readdirSync(join(root, "packages")).flatMap((name) => {
    const folder = join("packages", name, "examples");
    return existsSync(join(root, folder))
      ? readdirSync(join(root, folder)).map((example) => join(folder, example))
      : [];
  });
}

/** Copies an example out of the repository and installs it. @throws {Problem} with npm's words */
export async function installExample(
  example: string,
  npmrc: string,
): Promise<AsyncDisposable & { readonly folder: string }> {
  const temporary = temporaryFolder("x-example");
  const folder = join(temporary, "example");
  const filter = (from: string): boolean => !/\/(?:node_modules|dist|\.next)$/.test(from);
  cpSync(join(root, example), folder, { recursive: true, filter });
  writeFileSync(join(folder, ".npmrc"), npmrc);
  await mustRun("npm", ["install", "--prefer-offline"], { cwd: folder, timeoutMs: 300_000 });
  return {
    folder,
    [Symbol.asyncDispose]: async () => rmSync(temporary, { recursive: true, force: true, maxRetries: 3 }),
  };
}

/** Runs an example's own tests, and returns the exit code. @throws {Problem} with what they print */
export async function testExample(folder: string): Promise<0> {
  await mustRun("npm", ["test"], { cwd: folder, env: { CI: "1", WRANGLER_SEND_METRICS: "false" }, timeoutMs: 300_000 });
  return 0;
}
