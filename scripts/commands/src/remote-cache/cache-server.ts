import { once } from "node:events";
import { mkdirSync } from "node:fs";
import { Problem } from "@x/openapi";
import { start, stop } from "../tarballs/run.ts";
import { tool } from "../tarballs/tools.ts";

export interface CacheServer extends AsyncDisposable {
  readonly url: string;
}

/**
 * Starts turborepo-remote-cache on loopback, on a free port, with its artifacts in the folder.
 *
 * @param token - what its clients show
 * @throws {Problem} with its output when it does not start
 * @throws {Skip} when it can't be installed
 */
export async function startCacheServer(folder: string, token: string): Promise<CacheServer> {
  mkdirSync(folder);
  const env = {
    NODE_ENV: "production",
    HOST: "127.0.0.1",
    PORT: "0",
    TURBO_TOKEN: token,
    STORAGE_PROVIDER: "local",
    STORAGE_PATH: folder,
    STORAGE_PATH_USE_TMP_FOLDER: "false",
  };
  const started = start(await tool("turborepo-remote-cache"), [], { cwd: folder, env });
  let output = "";
  const { stdout, stderr } = started.child;
  stderr?.setEncoding("utf8").on("data", (text: string) => (output += text));
  const closed = once(started.child, "close");
  const listening = new Promise<string>((resolve) => {
    stdout?.setEncoding("utf8").on("data", (text: string) => {
      output += text;
      const url = /Server listening at (http:[^"\s]+)/.exec(output)?.[1];
      if (url) resolve(url);
    });
  });
  const url = await Promise.race([listening, closed.then(() => undefined)]);
  if (url === undefined) throw new Problem(`turborepo-remote-cache did not start:\n${output}`);
  return { url, [Symbol.asyncDispose]: () => stop(started) };
}
