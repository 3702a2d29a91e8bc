import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { diffCommand, meets, type Threshold } from "./diff.ts";
import type { Sdk, Wire } from "@x/differ";
import { canonicalYaml } from "@x/openapi";
import { readSpec } from "../workspace/git.ts";

const scripts = join(import.meta.dirname, "..");
let folder: string;

/** A document with one operation, whose response has these properties no more. */
function sessions(...removed: string[]): object {
  const properties = Object.fromEntries(
    ["id", "user_id"].filter((name) => !removed.includes(name)).map((name) => [name, { type: "string" }]),
  );
  const schema = { $ref: "#/components/schemas/Session" };
  const response = { description: "OK", content: { "application/json": { schema } } };
  return {
    openapi: "3.0.0",
    info: { title: "Sessions", version: "1" },
    paths: { "/sessions": { get: { operationId: "GetRoomSessions", responses: { 200: response } } } },
    components: { schemas: { Session: { type: "object", properties } } },
  };
}

/** Runs the command as the dispatcher does, in the folder. */
function diff(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const program = `
    import { runCommand } from ${JSON.stringify(join(scripts, "terminal/run-command.ts"))};
    import { diffCommand } from ${JSON.stringify(join(scripts, "specs/diff.ts"))};
    await runCommand(() => diffCommand(process.argv.slice(1)));`;
  const options = ["--input-type=module", "--eval", program, "--", ...args];
  return spawnSync(process.execPath, options, { cwd: folder, encoding: "utf8" });
}

function git(...args: string[]): void {
  const author = ["-c", "user.name=Test", "-c", "user.email=test@example.com"];
  const { status, stderr } = spawnSync("git", [...author, ...args], { cwd: folder, encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "diff-"));
  mkdirSync(join(folder, "specs"));
  const file = join(folder, "specs/pagecall.yaml");
  writeFileSync(file, canonicalYaml(sessions()));
  git("init", "--quiet");
  git("add", ".");
  git("commit", "--quiet", "--message", "First");
  writeFileSync(file, canonicalYaml(sessions("user_id")));
  writeFileSync(join(folder, "broken.yaml"), "openapi: 2.0\n");
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("specs diff", () => {
  test("prints the changes and the verdict, and --fail-on exits with 1 after that", () => {
    const { status, stdout, stderr } = diff("git:HEAD", "specs/pagecall.yaml", "--fail-on", "risky");
    expect(stderr).toBe("");
    expect(status).toBe(1);
    expect(stdout).toContain("The response property Session.user_id is gone.");
    expect(stdout).toContain("1 change: breaking on the wire, a major release of the SDK.");
  });

  test("--json prints the verdicts and the changes, and --no-compile gives the wire alone and says so", () => {
    const { stdout, stderr } = diff("git:HEAD", "specs/pagecall.yaml", "--json", "--no-compile");
    expect(JSON.parse(stdout)).toEqual({
      wire: "breaking",
      sdk: null,
      changes: [
        {
          id: "response-property-removed",
          where: "/components/schemas/Session/properties/user_id",
          operation: "GetRoomSessions",
          wire: "breaking",
          sdk: null,
          text: "The response property Session.user_id is gone.",
        },
      ],
    });
    expect(stderr).toContain("Nothing was compiled");
  });

  test("a refusal is one message and exit code 1", () => {
    const { status, stdout, stderr } = diff("broken.yaml", "specs/pagecall.yaml");
    expect(status).toBe(1);
    expect(stdout).toBe("");
    expect(stderr).toContain("broken.yaml#/openapi");
    expect(stderr).not.toContain("    at ");
  });

  test.each([
    [["a.yaml"], "Two documents are needed, OLD and NEW; given: 1."],
    [
      ["a.yaml", "b.yaml", "--fail-on", "never"],
      "--fail-on never is unknown. Give one of breaking, risky, major, minor.",
    ],
    [["a.yaml", "b.yaml", "--loud"], "--loud"],
    [["a.yaml", "b.yaml", "--no-compile", "--fail-on", "major"], "--no-compile leaves out"],
  ])("%s are no arguments", async (args, message) => {
    await expect(diffCommand(args)).rejects.toThrow(message);
  });
});

describe("--fail-on", () => {
  test.each<[Threshold, Wire, Sdk, boolean]>([
    ["breaking", "breaking", "patch", true],
    ["breaking", "risky", "major", false],
    ["risky", "breaking", "patch", true],
    ["risky", "risky", "minor", true],
    ["risky", "compatible", "major", false],
    ["major", "compatible", "major", true],
    ["major", "breaking", "patch", false],
    ["minor", "compatible", "major", true],
    ["minor", "compatible", "minor", true],
    ["minor", "risky", "patch", false],
  ])("%s is met by %s and %s: %s", (threshold, wire, sdk, expected) => {
    expect(meets({ wire, sdk }, threshold)).toBe(expected);
  });
});

describe("a side that cannot be read is named", () => {
  test.each([
    ["git:HEAD", "git:HEAD", "Neither git:HEAD nor git:HEAD names a file."],
    ["git:nowhere", "specs/pagecall.yaml", "git:nowhere:specs/pagecall.yaml cannot be read"],
    ["git:HEAD:specs/gone.yaml", "specs/pagecall.yaml", "git:HEAD:specs/gone.yaml cannot be read"],
    ["git:--output=x", "specs/pagecall.yaml", "has no git revision"],
    ["git:HEAD", "absent.yaml", "There is no file absent.yaml."],
    ["absent.yaml", "specs/pagecall.yaml", "There is no file absent.yaml."],
    ["specs", "specs/pagecall.yaml", "specs cannot be read"],
  ])("%s against %s", (side, other, message) => {
    expect(() => readSpec(side, other, folder)).toThrow(message);
  });

  test("git:REV alone is the file of the other side, whatever folder one is in", () => {
    const { source } = readSpec("git:HEAD", "pagecall.yaml", join(folder, "specs"));
    expect(source).toBe("git:HEAD:specs/pagecall.yaml");
    expect(readSpec("git:HEAD", join(folder, "specs/pagecall.yaml"), tmpdir()).source).toBe(source);
  });
});
