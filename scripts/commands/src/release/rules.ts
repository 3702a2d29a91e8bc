import { parseWorkflow, type Job, type Step, type Workflow } from "./workflow.ts";

/** A rule names what is wrong with one part of a workflow; undefined where nothing is. */
interface Rules {
  readonly workflow: readonly ((workflow: Workflow) => string | undefined)[];
  readonly job: readonly ((job: Job, workflow: Workflow) => string | undefined)[];
  readonly step: readonly ((step: Step, job: Job, workflow: Workflow) => string | undefined)[];
  readonly line: readonly ((line: string) => string | undefined)[];
}

/** What GitHub itself makes: nobody outside can choose it. */
const OWN_TEXT = /^\s*(?:github\.(?:sha|run_id|run_attempt|run_number)|runner\.(?:temp|os|arch)|job\.status)\s*$/;
const INSTALL = /\b(?:npm (?:ci|install|i)|pnpm (?:install|i|add))\b[^\n;&|]*/g;

const RULES: Rules = {
  workflow: [
    ({ permissions }) =>
      isOnly(permissions, {}) || isOnly(permissions, { contents: "read" })
        ? undefined
        : "permissions of the whole workflow are {} or contents: read, no more: the rest belongs to its job",
    ({ on }) =>
      /\b(?:pull_request_target|workflow_run)\b/.test(JSON.stringify(on ?? ""))
        ? "pull_request_target and workflow_run run with secrets on a stranger's commit"
        : undefined,
    (workflow) =>
      stepsOf(workflow).some(({ run }) => / \| /.test(run ?? "")) && workflow.defaults?.run?.shell !== "bash"
        ? "a pipe needs `defaults: run: shell: bash`: without it a failure before the `|` is lost"
        : undefined,
  ],
  job: [
    (job, { permissions }) =>
      job.permissions === undefined && isOnly(permissions, {}) ? "the job names no permissions" : undefined,
    ({ permissions }) =>
      typeof permissions === "string" ? "permissions are named one by one, not all at once" : undefined,
    (job) => (job.uses === undefined && !job["timeout-minutes"] ? "the job has no timeout-minutes" : undefined),
    ({ secrets }) => (secrets === "inherit" ? "secrets are named, not inherited" : undefined),
    (job) =>
      mayPublish(job) && job.environment === undefined
        ? "a job with id-token: write belongs into a protected environment"
        : undefined,
  ],
  step: [
    ({ uses, with: inputs }) =>
      uses?.startsWith("actions/checkout@") && inputs?.["persist-credentials"] !== false
        ? "checkout keeps the token in .git: persist-credentials: false"
        : undefined,
    ({ run }) => {
      const foreign = [...(run ?? "").matchAll(/\$\{\{(.*?)\}\}/gs)].find(([, text]) => !OWN_TEXT.test(text ?? ""));
      return foreign && `${foreign[0]} becomes part of the script: hand it over in env`;
    },
    ({ run }, job) => {
      const install = (run ?? "").match(INSTALL)?.find((words) => !words.includes("--ignore-scripts"));
      return mayPublish(job) && install ? `"${install.trim()}" runs scripts beside id-token: write` : undefined;
    },
    ({ with: inputs }, job) =>
      mayPublish(job) && inputs?.["cache"] ? "a cache that others can write to, beside id-token: write" : undefined,
  ],
  line: [
    (line) => {
      const [, uses] = /^\s*(?:-\s+)?uses:\s*(.*)$/.exec(line) ?? [];
      if (uses === undefined || uses.startsWith("./")) return undefined;
      return /^[\w.-]+\/[\w./-]+@[\da-f]{40} # v\d+\.\d+\.\d+$/.test(uses)
        ? undefined
        : `${uses} is not pinned: owner/name@<40 hex digits> # v1.2.3`;
    },
    (line) => (/\$\{\{.*toJSON\(\s*secrets\s*\)/i.test(line) ? "all secrets at once" : undefined),
  ],
};

/** What a workflow does that it should not, a line each: permissions, pins, foreign text in scripts. */
export function faultsOf(file: string, text: string): string[] {
  const workflow = parseWorkflow(text);
  const faults: string[] = [];
  const add = (where: string, fault: string | undefined): void => {
    if (fault !== undefined) faults.push(`${file}${where}: ${fault}`);
  };
  for (const rule of RULES.workflow) add("", rule(workflow));
  for (const [name, job] of Object.entries(workflow.jobs)) {
    for (const rule of RULES.job) add(`, job ${name}`, rule(job, workflow));
    for (const [index, step] of (job.steps ?? []).entries()) {
      const where = `, job ${name}, step ${step.name ?? step.id ?? index + 1}`;
      for (const rule of RULES.step) add(where, rule(step, job, workflow));
    }
  }
  for (const [index, line] of text.split("\n").entries())
    for (const rule of RULES.line) add(`:${index + 1}`, rule(line));
  return faults;
}

function isOnly(permissions: unknown, wanted: Readonly<Record<string, string>>): boolean {
  return JSON.stringify(permissions) === JSON.stringify(wanted);
}

function mayPublish({ permissions }: Job): boolean {
  return typeof permissions === "object" && permissions["id-token"] === "write";
}

function stepsOf({ jobs }: Workflow): Step[] {
  return Object.values(jobs).flatMap(({ steps = [] }) => steps);
}
