import { cpSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { run } from "../tarballs/run.ts";
import type { Hosting } from "./hosting.ts";
import type { Step } from "./workflow.ts";

/** The machine that a job runs on. */
export interface Place {
  readonly hosting: Hosting;
  /** The job's own: `work`, the checkout, and `temp`. */
  readonly folder: string;
  readonly artifacts: string;
  /** Over what the workflow says. */
  readonly env: Readonly<Record<string, string>>;
  /** What steps put on PATH. */
  readonly paths: string[];
  readonly log: string[];
}

export interface StepResult {
  readonly passed: boolean;
  readonly outputs: Readonly<Record<string, string>>;
}

type Inputs = Readonly<Record<string, string>>;

const NO_OUTPUTS = {};
/** The branch that changesets/action gives its pull request. */
export const VERSION_BRANCH = "changeset-release/main";

/** The actions that are known here. Another one is an error: it would go untried. */
const ACTIONS: Readonly<Record<string, (inputs: Inputs, env: Inputs, place: Place) => Promise<boolean>>> = {
  "actions/checkout": async (inputs, env, place) => {
    const depth = inputs["fetch-depth"] === "0" ? [] : ["--depth", "1", "--no-tags"];
    return program(["git", "clone", "--quiet", ...depth, place.hosting.origin, "work"], place.folder, env, place);
  },
  "actions/setup-node": async (inputs) => Number(inputs["node-version"]) >= 22,
  "actions/upload-artifact": async ({ name, path }, _, { artifacts }) => {
    if (!existsSync(path!)) return false;
    cpSync(path!, join(artifacts, name!), { recursive: true });
    return true;
  },
  "actions/download-artifact": async ({ name, path }, _, { artifacts }) => {
    if (!existsSync(join(artifacts, name!))) return false;
    cpSync(join(artifacts, name!), path!, { recursive: true });
    return true;
  },
  "changesets/action": async (inputs, env, place) => {
    const work = join(place.folder, "work");
    const git = (...args: string[]): Promise<boolean> => program(["git", ...args], work, env, place);
    const author = ["-c", "user.name=bot", "-c", "user.email=bot@example.com"];
    return (
      (await program(inputs["version-script"]!.split(" "), work, env, place)) &&
      (await git("checkout", "--quiet", "-b", VERSION_BRANCH)) &&
      (await git("add", "--all")) &&
      (await git(...author, "commit", "--quiet", "--message", inputs["commit-message"]!)) &&
      (await git("push", "--quiet", "--force", "origin", VERSION_BRANCH))
    );
  },
};

/** Runs one step as GitHub would: a script by bash, an action by what is known of it. */
export async function runStep(step: Step, inputs: Inputs, env: Inputs, place: Place): Promise<StepResult> {
  if (step.run !== undefined) return runScript(step.run, env, place);
  const [name = ""] = (step.uses ?? "").split("@");
  const action = ACTIONS[name];
  if (!action) throw new Error(`${name} is used by the workflow and not known to its rehearsal`);
  const passed = await action(inputs, env, place);
  if (!passed) place.log.push(`${name} failed\n`);
  return { passed, outputs: NO_OUTPUTS };
}

async function runScript(script: string, env: Inputs, place: Place): Promise<StepResult> {
  const temp = join(place.folder, "temp");
  const file = (name: string): string => join(temp, name);
  for (const name of ["script.sh", "output", "path"]) writeFileSync(file(name), name === "script.sh" ? script : "");
  const variables = { ...env, GITHUB_OUTPUT: file("output"), GITHUB_PATH: file("path"), RUNNER_TEMP: temp };
  const shell = ["bash", "--noprofile", "--norc", "-eo", "pipefail", file("script.sh")];
  const passed = await program(shell, join(place.folder, "work"), variables, place);
  place.paths.unshift(...readFileSync(file("path"), "utf8").split("\n").filter(Boolean).toReversed());
  return { passed, outputs: outputsOf(readFileSync(file("output"), "utf8")) };
}

async function program(words: readonly string[], cwd: string, env: Inputs, place: Place): Promise<boolean> {
  const [command = "", ...args] = words;
  // Where this runs in a workflow itself, that one's files and identity are not its own.
  const outer = Object.keys(process.env).filter((name) => /^(?:GITHUB|ACTIONS|RUNNER|GH)_/.test(name));
  const none = Object.fromEntries(outer.map((name) => [name, undefined]));
  const { PATH, ...hosting } = place.hosting.env;
  const ran = await run(command, args, {
    cwd,
    env: { ...none, CI: "true", ...hosting, ...env, ...place.env, PATH: [...place.paths, PATH].join(delimiter) },
    timeoutMs: 300_000,
  });
  place.log.push(`$ ${words.join(" ")}\n${ran.stdout}${ran.stderr}`);
  return ran.code === 0;
}

/** `name=value` lines, and `name<<END` with the lines up to `END`. */
function outputsOf(text: string): Record<string, string> {
  const outputs: Record<string, string> = {};
  for (const [, name, end, lines, value] of text.matchAll(/^(\w+)(?:<<(\w+)\n([\s\S]*?)\n\2$|=(.*)$)/gm)) {
    outputs[name!] = end === undefined ? value! : lines!;
  }
  return outputs;
}
