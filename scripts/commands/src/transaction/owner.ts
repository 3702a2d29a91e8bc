import { readFileSync } from "node:fs";

/**
 * A process by its number and, where the system tells it, the moment of its start: numbers are given anew, in a container
 * soon.
 */
export const self: string = `${process.pid}-${startOf(process.pid) ?? ""}`;

/** The number of the process. */
export function pidOf(owner: string): number {
  return Number(owner.split("-")[0]);
}

/** Whether the process still runs. What can't be known counts as yes. */
export function isAlive(owner: string): boolean {
  const [pid = "", start] = owner.split("-");
  // 0 and less would be groups of processes, this one's too.
  if (!(Number(pid) > 0)) return false;
  try {
    process.kill(Number(pid), 0);
  } catch (thrown) {
    // Of somebody else's process nothing more is told.
    return (thrown as NodeJS.ErrnoException).code === "EPERM";
  }
  const now = startOf(Number(pid));
  return now === undefined || start === "" || now === start;
}

/** When a process began, in ticks; "ended" for one that nobody has buried yet; undefined where the system does not tell. */
function startOf(pid: number): string | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    // Behind the program's name, which may hold anything: the state, and the start as the 20th.
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" || fields[0] === "X" ? "ended" : fields[19];
  } catch {
    return undefined;
  }
}
