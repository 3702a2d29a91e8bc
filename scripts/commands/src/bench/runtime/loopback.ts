import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/** A server on loopback in another process. */
export interface Loopback {
  readonly url: string;
  /** Connections opened since the last time this was asked. */
  connections(): Promise<number>;
  stop(): void;
}

export async function startLoopback(): Promise<Loopback> {
  const child: ChildProcess = fork(fileURLToPath(new URL("./server.ts", import.meta.url)));
  const [port] = (await once(child, "message")) as [number];
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    connections: async () => (await (await fetch(`${url}/connections`)).json()) as number,
    stop: () => void child.kill(),
  };
}
