import { filled, holds, type Contexts } from "./evaluate.ts";
import type { Hosting } from "./hosting.ts";
import { runStep, type Place } from "./run-step.ts";
import type { Job, Workflow } from "./workflow.ts";
import { mkdirSync, mkdtempSync } from "node:fs";
import { join } from "node:path";

export interface Run {
  readonly hosting: Hosting;
  /** Environment over what the workflow says, for every program. */
  readonly env: Readonly<Record<string, string>>;
  /** What a job with `id-token: write` gets beside it. */
  readonly identity: Readonly<Record<string, string>>;
  /** Jobs that are taken to have passed, without running. */
  readonly taken: readonly string[];
}

export interface JobResult {
  readonly result: "success" | "failure" | "skipped";
  readonly outputs: Readonly<Record<string, string>>;
  /** What its programs printed. */
  readonly log: string;
}

const SKIPPED: JobResult = { result: "skipped", outputs: {}, log: "" };

/** A run of a workflow, job by job, each in a clone of its own. */
export class WorkflowRun {
  readonly #workflow: Workflow;
  #run: Run;
  readonly #folder: string;
  readonly #results = new Map<string, JobResult>();

  constructor(workflow: Workflow, run: Run) {
    this.#workflow = workflow;
    this.#run = run;
    this.#folder = mkdtempSync(join(run.hosting.folder, "run-"));
  }

  /** Runs all jobs. */
  async all(): Promise<ReadonlyMap<string, JobResult>> {
    for (const [name, job] of Object.entries(this.#workflow.jobs)) {
      this.#results.set(name, await this.#job(name, job));
    }
    return this.#results;
  }

  /** "Re-run failed jobs": they, and what waited for them; the others keep results and artifacts. */
  async failed(run: Run = this.#run): Promise<ReadonlyMap<string, JobResult>> {
    this.#run = run;
    const again = new Set<string>();
    for (const [name, job] of Object.entries(this.#workflow.jobs)) {
      const before = this.#results.get(name);
      if (before?.result === "failure" || needsOf(job).some((need) => again.has(need))) again.add(name);
    }
    for (const name of again) this.#results.set(name, await this.#job(name, this.#workflow.jobs[name]!));
    return this.#results;
  }

  async #job(name: string, job: Job): Promise<JobResult> {
    const needs = Object.fromEntries(
      needsOf(job).map((need) => {
        const known = this.#results.get(need);
        if (!known) throw new Error(`job ${name} needs ${need}, which does not come before it`);
        return [need, known] as const;
      }),
    );
    const { hosting, identity, taken, env } = this.#run;
    const place: Place = {
      hosting,
      folder: mkdtempSync(join(this.#folder, `${name}-`)),
      artifacts: join(this.#folder, "artifacts"),
      env: { ...env, ...(mayHaveIdentity(job) ? identity : {}) },
      paths: [],
      log: [],
    };
    mkdirSync(place.artifacts, { recursive: true });
    mkdirSync(join(place.folder, "temp"));
    const known: Contexts = {
      github: { token: "token-of-the-job", ref_name: "main" },
      runner: { temp: join(place.folder, "temp") },
      secrets: {},
      needs,
    };
    const ready = Object.values(needs).every(({ result }) => result === "success");
    if (!holds(job.if, { ...known, steps: {} }, { success: ready })) return SKIPPED;
    if (taken.includes(name)) return { ...SKIPPED, result: "success" };

    let success = true;
    const jobEnv = { ...this.#workflow.env, ...job.env };
    const steps: Record<string, object> = {};
    for (const step of job.steps ?? []) {
      const values = { ...filledAll(jobEnv, known), ...filledAll(step.env ?? {}, { ...known, steps }) };
      const contexts = { ...known, steps, env: values };
      if (!holds(step.if, contexts, { success })) continue;
      const { passed, outputs } = await runStep(step, filledAll(step.with ?? {}, contexts), values, place);
      if (step.id !== undefined) steps[step.id] = { outputs, outcome: passed ? "success" : "failure" };
      success &&= passed;
    }
    const outputs = filledAll(job.outputs ?? {}, { ...known, steps });
    return { result: success ? "success" : "failure", outputs, log: place.log.join("") };
  }
}

function needsOf({ needs = [] }: Job): readonly string[] {
  return typeof needs === "string" ? [needs] : needs;
}

function mayHaveIdentity({ permissions }: Job): boolean {
  return typeof permissions === "object" && permissions["id-token"] === "write";
}

function filledAll(values: Readonly<Record<string, unknown>>, contexts: Contexts): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, filled(String(value), contexts)]));
}
