import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { expect, onTestFinished, test, vi } from "vitest";
import { workspaceOf } from "../testing/workspace.ts";
import { isAlive } from "../transaction/owner.ts";

const program = join(import.meta.dirname, "../testing/watched.ts");

function start(args: readonly string[], variables: { readonly [name: string]: string } = {}) {
  const temporary = workspaceOf({});
  const env = { ...process.env, TMPDIR: temporary, ...variables };
  const child = spawn(process.execPath, [program, ...args], { env, stdio: ["ignore", "pipe", "pipe"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  return { child, temporary };
}

interface Told {
  readonly pids: number[];
  readonly temporary: string;
}

/** Runs to the end, and says how it was and what the process at work had told. */
async function run(args: readonly string[], variables: { readonly [name: string]: string } = {}) {
  const { child, temporary } = start(args, variables);
  const [out, error] = await Promise.all([
    text(child.stdout as never),
    text(child.stderr as never),
    once(child, "exit"),
  ]);
  return { code: child.exitCode, error, told: JSON.parse(out) as Told, left: readdirSync(temporary) };
}

/** Everything of it is gone, soon. */
async function expectGone({ pids }: Told): Promise<void> {
  await vi.waitFor(() => expect(pids.filter((pid) => isAlive(`${pid}-`))).toEqual([]), { timeout: 20_000 });
}

test.each(["hang", "pattern"])("a step that takes too long (%s) is ended, with all that it started", async (what) => {
  const { code, error, told, left } = await run([what], { SPECS_STEP_SECONDS: "2" });
  expect(code).toBe(1);
  expect(error).toMatch(
    /^\n✗ The step "acme: \w+" took more than 2 s\. It was ended, with all that it had started[^\n]*\n$/,
  );
  await expectGone(told);
  expect(left).toEqual([]);
});

test("a step that needs too much memory is ended, and what it started has the same limit", async () => {
  const { code, error, told, left } = await run(["grow"], { SPECS_HEAP_MB: "60" });
  expect(code).toBe(1);
  expect(error).toContain('✗ The step "acme: grow" needed more than 60 MB of memory. It was ended');
  expect(told).toMatchObject({ heap: expect.stringContaining("--max-old-space-size=60") });
  await expectGone(told);
  expect(left).toEqual([]);
});

test("the time is that of a step, and the exit code that of the command", async () => {
  const { code, error, told, left } = await run(["steps", "one", "two", "three", "four"], { SPECS_STEP_SECONDS: "2" });
  expect({ code, error, left }).toEqual({ code: 7, error: "", left: [] });
  await expectGone(told);
});

test("a limit that is none is refused", async () => {
  const { child } = start(["hang"], { SPECS_STEP_SECONDS: "soon" });
  expect(await text(child.stderr as never)).toBe('\n✗ SPECS_STEP_SECONDS is "soon"; it takes a whole number.\n');
});

async function whatIsTold(child: ChildProcess): Promise<Told> {
  const [chunk] = (await once(child.stdout as never, "data")) as [Buffer];
  return JSON.parse(chunk.toString()) as Told;
}

test("when the one that watches is killed, what it watched ends, though it is stuck", async () => {
  const { child, temporary } = start(["hang"]);
  const told = await whatIsTold(child);
  child.kill("SIGKILL");
  await expectGone(told);
  // The next one removes what it left.
  expect(readdirSync(temporary)).toHaveLength(1);
  const next = start(["steps"], { TMPDIR: temporary });
  await once(next.child, "exit");
  expect(readdirSync(temporary)).toEqual([]);
});

test("an interrupt ends everything", async () => {
  const { child } = start(["hang"]);
  const told = await whatIsTold(child);
  child.kill("SIGINT");
  await once(child, "exit");
  expect(child.exitCode).toBe(1);
  await expectGone(told);
  expect(existsSync(told.temporary)).toBe(false);
});
