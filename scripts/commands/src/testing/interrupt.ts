import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { join } from "node:path";
import { isMainThread } from "node:worker_threads";

// Loaded before a command (`--import`): counts what it does to files, and does something else at one of them.
const {
  SPECS_WATCHED_BY: watcher,
  INTERRUPT: what = "",
  INTERRUPT_AT: at = "0",
  INTERRUPT_FOLDER: folder = "",
  INTERRUPT_STATES: states = "",
  INTERRUPT_WATCHER_AT: watcherAt = "0",
} = process.env;
/** The process at work, else the one that watches it: each has its own moment. */
const isAtWork = watcher === String(process.ppid);

const WRITING =
  "appendFile chmod copyFile cp link mkdir mkdtemp rename rm rmdir symlink truncate unlink writeFile".split(" ");

let count = 0;
let isOurs = false;
const original = { ...fs };
type Operation = (...args: unknown[]) => unknown;

/** A moment between two operations: as a kill would leave it, it is kept, or there is a kill. */
function moment(): void {
  count += 1;
  if (what === "states") {
    original.cpSync(folder, join(states, String(count).padStart(4, "0")), {
      recursive: true,
      verbatimSymlinks: true,
      filter: (path) => !/\/(?:node_modules|dist|scripts|packages\/client|packages\/mock)$/.test(path),
    });
  }
  if (!what.startsWith("kill") || count !== Number(isAtWork ? at : watcherAt)) return;
  // As where a machine is switched off: nobody is left to clear up.
  if (what === "kill all") process.kill(process.ppid, "SIGKILL");
  process.kill(process.pid, "SIGKILL");
  for (;;);
}

function before(name: string, args: unknown[]): void {
  const [path, content] = args;
  moment();
  if (what.startsWith("E") && count === Number(at))
    throw Object.assign(new Error(`${what}: refused`), { code: what, syscall: name, path });
  if (!name.startsWith("writeFile") || typeof content !== "string" || content === "") return;
  // Half of a text is what a kill in the midst of writing leaves.
  original.writeFileSync(path as string, content.slice(0, content.length / 2));
  moment();
  original.rmSync(path as string);
}

function replace(target: Record<string, unknown>, name: string): void {
  const operation = target[name] as Operation;
  target[name] = (...args: unknown[]) => {
    // One operation may be made of others.
    if (isOurs) return operation(...args);
    isOurs = true;
    try {
      before(name, args);
      return operation(...args);
    } finally {
      isOurs = false;
    }
  };
}

if (isMainThread && what !== "" && (isAtWork || (watcher === undefined && watcherAt !== "0"))) {
  for (const name of WRITING) {
    replace(fs as never, `${name}Sync`);
    replace(fs as never, name);
    replace(fs.promises as never, name);
  }
  syncBuiltinESMExports();
  process.on("exit", () => {
    isOurs = true;
    moment();
  });
}
