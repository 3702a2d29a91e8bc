import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { stripVTControlCharacters } from "node:util";
import { MockError } from "./mock-error.ts";
import { readDocument } from "./read-document.ts";

/** Far more than Prism ever took to start (1 to 3 s on two busy cores). */
const READY_WITHIN_MS = 60_000;
/** What Prism gets to end by itself before it is killed. */
const END_WITHIN_MS = 2_000;
/** Lines of its output that are shown when it died. */
const LAST_LINES = 8;

export interface PrismOptions {
  /**
   * Port on 127.0.0.1.
   * @default 0, a free one
   */
  port?: number | undefined;
  /**
   * Whether answers are made up from the schemas instead of the examples. A request's `Prefer: dynamic=true` does the
   * same for itself.
   * @default false
   */
  dynamic?: boolean | undefined;
  /** Makes the made-up answers the same in every run. */
  seed?: number | string | undefined;
  /**
   * Base URL of a real server to stand in front of: requests go on to it, and an exchange that breaks the spec gets an
   * error that says how. Without one, answers are mocked.
   */
  upstream?: string | undefined;
}

/** A running mock server. `await using` closes it. */
export interface Prism extends AsyncDisposable {
  /** Base URL for a client: `http://127.0.0.1:4010`. Prism does not serve the base path of the spec's server. */
  readonly url: string;
  /** The spec that it serves. */
  readonly specPath: string;
  /** Prism's own process. */
  readonly process: ChildProcess;
  /** Resolves, with the reason, when Prism ends although nobody closed it. */
  readonly died: Promise<MockError>;
  /** Ends Prism and resolves when its process is gone. May be called again. */
  close(): Promise<void>;
}

/**
 * Starts Prism on a spec, as a process of its own that ends with this one at the latest.
 *
 * @throws {MockError} when the spec can't be read, the port is taken, or Prism is missing or dies; says which
 */
export async function startPrism(specPath: string, options: PrismOptions = {}): Promise<Prism> {
  readDocument(specPath);
  const { port = 0, dynamic = false, seed, upstream } = options;
  const mode = upstream === undefined ? ["mock", "--dynamic", String(dynamic)] : ["proxy", "--errors"];
  const parameters = [...mode, "--host", "127.0.0.1", "--port", String(port)];
  if (seed !== undefined) parameters.push("--seed", String(seed));
  const endWithParent = pathToFileURL(`${import.meta.dirname}/end-with-parent.ts`).href;
  const child = spawn(
    process.execPath,
    ["--import", endWithParent, findPrism(), ...parameters, specPath, ...(upstream ? [upstream] : [])],
    {
      stdio: ["ignore", "pipe", "pipe", "ipc"],
      // Ctrl-C in a terminal goes to this process alone, which then decides when Prism ends.
      detached: true,
      env: { ...process.env, FORCE_COLOR: "0", NODE_OPTIONS: "" },
    },
  );
  const lines = new Lines();
  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => (closing ??= end(child));
  const died = once(child, "close").then(([code, signal]) => deathOf(specPath, port, lines, code ?? signal));
  try {
    const url = await Promise.race([addressOf(child, lines), died, late(specPath, lines)]);
    if (url instanceof MockError) throw url;
    return {
      url,
      specPath,
      process: child,
      died: died.then((reason) => (closing ? new Promise(() => {}) : reason)),
      close,
      [Symbol.asyncDispose]: close,
    };
  } catch (thrown) {
    await close();
    throw thrown;
  }
}

/** @throws {MockError} when Prism is not installed */
function findPrism(): string {
  try {
    return createRequire(import.meta.url).resolve("@stoplight/prism-cli/dist/index.js");
  } catch {
    throw new MockError('Prism (@stoplight/prism-cli) is not installed. Run "pnpm install".');
  }
}

/** Prism's last lines of output. */
class Lines {
  readonly #last: string[] = [];

  add(text: string): void {
    const lines = stripVTControlCharacters(text).split("\n");
    this.#last.push(...lines.map((line) => line.trimEnd()).filter(Boolean));
    this.#last.splice(0, this.#last.length - 200);
  }

  has(text: string): boolean {
    return this.#last.some((line) => line.includes(text));
  }

  /** The lines that name an error, else the last ones. */
  toString(): string {
    const named = this.#last.filter((line) => /\b(fatal|error)\b/i.test(line) && !/^\s*(at |-)/.test(line));
    return (named.length ? named : this.#last)
      .slice(-LAST_LINES)
      .map((line) => `  ${line.trim()}`)
      .join("\n");
  }
}

async function addressOf(child: ChildProcess, lines: Lines): Promise<string> {
  return new Promise((resolve) => {
    let text = "";
    const listen = (chunk: Buffer): void => {
      lines.add(String(chunk));
      text = (text + stripVTControlCharacters(String(chunk))).slice(-2_000);
      const address = /listening on (http:\/\/[\d.]+:\d+)\s/.exec(text)?.[1];
      if (address) resolve(address);
    };
    child.stdout?.on("data", listen);
    child.stderr?.on("data", (chunk: Buffer) => lines.add(String(chunk)));
  });
}

function deathOf(specPath: string, port: number, lines: Lines, how: number | string): MockError {
  if (lines.has("EADDRINUSE")) {
    return new MockError(`Port ${port} is taken by another program. End that one, or give another port.`);
  }
  return new MockError(
    `Prism on ${specPath} ended (${typeof how === "number" ? "exit code " : ""}${how}). It said:\n${lines}`,
  );
}

function late(specPath: string, lines: Lines): Promise<MockError> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      resolve(
        new MockError(`Prism on ${specPath} was not ready within ${READY_WITHIN_MS / 1000} s. It said:\n${lines}`),
      );
    }, READY_WITHIN_MS);
    timer.unref();
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill();
  const timer = setTimeout(() => child.kill("SIGKILL"), END_WITHIN_MS);
  await gone;
  clearTimeout(timer);
}
