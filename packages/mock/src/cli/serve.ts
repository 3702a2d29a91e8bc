import { once } from "node:events";
import { MockError } from "../mock-error.ts";
import { withMocks } from "./with-mocks.ts";

/**
 * Serves each target until this process is asked to end, by Ctrl-C say.
 *
 * @param port - of the only target; undefined for free ones
 * @throws {MockError} when one can't be started, or ends by itself
 */
export async function serve(targets: readonly string[], port: number | undefined): Promise<void> {
  if (port !== undefined && targets.length > 1) {
    throw new MockError("--port is for one mock. Leave it out, or serve one at a time.");
  }
  const asked = new AbortController();
  const stop = (): void => asked.abort();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, stop);
  await withMocks(targets, { port }, async (mocks, ended) => {
    for (const [index, { url }] of mocks.entries()) process.stdout.write(`${targets[index]}: ${url}\n`);
    process.stderr.write("Ctrl-C ends.\n");
    const signal = AbortSignal.any([asked.signal, ended]);
    if (!signal.aborted) await once(signal, "abort");
  });
}
