import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Round, RoundCost, WorkerTask } from "./worker.ts";

/** A peer in a process of its own, doing a round of calls whenever it is asked. */
export interface Worker {
  round(round: Round): Promise<RoundCost>;
  stop(): void;
}

/** @throws {Error} when the process ends before it is ready, or in a round */
export async function startWorker(task: WorkerTask): Promise<Worker> {
  const script = fileURLToPath(new URL("./worker.ts", import.meta.url));
  const child = fork(script, [JSON.stringify(task)], {
    // Threads that collect garbage compete with the server for the cores: some processes would cost half as much again as
    // others of the same peer, for as long as they live.
    execArgv: ["--single-threaded-gc"],
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const ended = once(child, "exit").then(() => {
    throw new Error(`the process of ${task.peer} ended early`);
  });
  ended.catch(() => {});
  await Promise.race([once(child, "message"), ended]);
  return {
    async round(round) {
      const replied = once(child, "message");
      child.send(round);
      const [cost] = (await Promise.race([replied, ended])) as [RoundCost];
      return cost;
    },
    stop: () => void child.kill(),
  };
}
