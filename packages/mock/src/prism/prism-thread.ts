import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { PrismOrder, PrismResponse } from "./prism-messages.ts";

/** What Prism gets to close its server. One that is stuck, in a regular expression say, does not. */
const CLOSE_WITHIN_MS = 1_000;
/** How long a thread without a server waits for the next: it takes a hundredth of the time of a new one. */
const IDLE_MS = 1_000;
/** Lines that are shown of the error that ended it. */
const LINES = 8;

/**
 * A thread that runs Prism: it ends with this process, however that ends; it can be ended though it is stuck; and what
 * Prism does to its globals stays there.
 */
export class PrismThread {
  static readonly #idle = new Set<PrismThread>();

  /** Resolves when the thread has ended: with why, where nobody ended it. */
  readonly ended: Promise<string>;
  readonly #worker: Worker;
  #idleTimer: NodeJS.Timeout | undefined;

  /** A thread without a server, new or not. */
  static take(): PrismThread {
    const [idle] = PrismThread.#idle;
    if (!idle) return new PrismThread(readFileSync(join(__dirname, "../prism.cjs"), "utf8"));
    clearTimeout(idle.#idleTimer);
    PrismThread.#idle.delete(idle);
    idle.#worker.ref();
    return idle;
  }

  /** @param code - read by the caller: where packages stay zipped, a thread with options of its own could not */
  constructor(code: string) {
    // The options of this process are not Prism's: loaders of test runners would slow it down.
    const worker = new Worker(code, { eval: true, execArgv: [], env: {}, stdout: true, stderr: true });
    let failure: string | undefined;
    worker.on("error", (error) => {
      failure = (error instanceof Error && error.stack) || String(error);
    });
    this.ended = new Promise((resolve) => {
      worker.on("exit", (exitCode) => {
        PrismThread.#idle.delete(this);
        resolve(failure?.split("\n").slice(0, LINES).join("\n") ?? `exit code ${exitCode}`);
      });
    });
    this.#worker = worker;
  }

  /** @returns undefined when the thread ends instead */
  tell(order: PrismOrder): Promise<PrismResponse | undefined> {
    const response = new Promise<PrismResponse>((resolve) => this.#worker.once("message", resolve));
    this.#worker.postMessage(order);
    return Promise.race([response, this.ended.then(() => undefined)]);
  }

  /** Closes the server. The thread waits for the next, or has ended. */
  async release(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<"late">((resolve) => (timer = setTimeout(() => resolve("late"), CLOSE_WITHIN_MS)));
    const closed = await Promise.race([this.tell("close"), late]);
    clearTimeout(timer);
    if (closed !== "closed") return this.end();
    this.#worker.unref();
    this.#idleTimer = setTimeout(() => void this.end(), IDLE_MS).unref();
    PrismThread.#idle.add(this);
  }

  async end(): Promise<void> {
    PrismThread.#idle.delete(this);
    clearTimeout(this.#idleTimer);
    await this.#worker.terminate();
  }
}
