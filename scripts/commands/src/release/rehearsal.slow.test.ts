import { appendFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { temporaryFolder } from "../tarballs/run.ts";
import { root } from "../workspace/files.ts";
import { callEach, installFrom } from "./consumer.ts";
import { createHosting, type Hosting } from "./hosting.ts";
import { publishedPackages, dependentsOf } from "./packages.ts";
import { startRegistry, type Registry } from "./registry.ts";
import { VERSION_BRANCH } from "./run-step.ts";
import { WorkflowRun, type JobResult, type Run } from "./run-workflow.ts";
import { parseWorkflow } from "./workflow.ts";

// release.yml itself, its own commands, against a registry and a repository on this machine.

const workflow = parseWorkflow(readFileSync(join(root, ".github/workflows/release.yml"), "utf8"));
const packages = publishedPackages(root);
const names = [...packages.keys()];
const [scope = ""] = names[0]!.split("/");
const folder = temporaryFolder("x-rehearsal");
let registry: Registry;
let hosting: Hosting;
let settings: Record<string, string>;

beforeAll(async () => {
  registry = await startRegistry();
  hosting = await createHosting(folder);
  // The scope alone is looked for on this machine: what the packages depend on comes from where it always comes.
  writeFileSync(join(folder, "npmrc"), `${scope}:registry=${registry.url}\n`);
  settings = { NPM_CONFIG_USERCONFIG: join(folder, "npmrc"), TURBO_CACHE_DIR: join(folder, "turbo") };
});
afterAll(async () => {
  await registry?.[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
});

/** How a workflow runs here. Provenance is the one thing that is switched off: it takes GitHub itself. */
function asUsual(): Run {
  return {
    hosting,
    identity: registry.identity,
    env: { ...settings, PNPM_CONFIG_PROVENANCE: "false" },
    taken: ["checks"],
  };
}

/** A run on what `main` is now. */
function release(run: Run = asUsual()): WorkflowRun {
  return new WorkflowRun(workflow, run);
}

/** Results by job; what a job printed is told when it is not as wanted. */
function expectResults(jobs: ReadonlyMap<string, JobResult>, wanted: Record<string, JobResult["result"]>): void {
  const results = Object.fromEntries([...jobs].map(([name, { result }]) => [name, result]));
  const logs = [...jobs].map(([name, { log }]) => `──── ${name}\n${log}`);
  const told = isDeepStrictEqual(results, wanted) ? [] : logs;
  expect({ results, told }).toEqual({ results: wanted, told: [] });
}

const VERSIONED = { plan: "success", version: "success" } as const;
const NOT_RELEASED = { checks: "skipped", pack: "skipped", publish: "skipped", announce: "skipped" } as const;
const RELEASED = { checks: "success", pack: "success", publish: "success", announce: "success" } as const;

/** Somebody changes a package and says so; the workflow makes the version pull request; somebody merges it. */
async function change(changed: readonly string[], message: string): Promise<Map<string, string>> {
  await hosting.commit(message, (clone) => {
    for (const name of changed) appendFileSync(join(clone, packages.get(name)!, "src/index.ts"), `// ${message}\n`);
    const heads = changed.map((name) => `"${name}": patch\n`).join("");
    writeFileSync(join(clone, ".changeset/rehearsal.md"), `---\n${heads}---\n\n${message}\n`);
  });
  expectResults(await release().all(), { ...VERSIONED, ...NOT_RELEASED });
  await hosting.merge(VERSION_BRANCH);
  return hosting.versions(packages);
}

/** What each package is called, in the order of their names, with the version that it has. */
function tagsOf(versions: ReadonlyMap<string, string>, some: readonly string[] = names): string[] {
  return some.map((name) => `${name}@${versions.get(name)}`).toSorted();
}

test("a first release: versions, tarballs, publication, tags, releases; and users can install and call it", async () => {
  const versions = await change(names, "First words");
  expectResults(await release().all(), { plan: "success", version: "skipped", ...RELEASED });

  expect(registry.published.toSorted()).toEqual(tagsOf(versions));
  expect(await hosting.tags()).toEqual(tagsOf(versions));
  const releases = hosting.releases();
  expect([...releases.keys()].toSorted()).toEqual(tagsOf(versions));
  for (const { notes, files } of releases.values()) {
    expect(notes).toContain("First words");
    expect(files).toEqual(["notes.md", "sbom.cdx.json"]);
  }
  const project = join(folder, "project-1");
  expect(await installFrom(project, names, settings)).toEqual(versions);
  expect(await callEach(project, names)).toBe(names.map((name) => `called ${name}\n`).join(""));

  // A push to main that releases nothing.
  expectResults(await release().all(), { plan: "success", version: "skipped", ...NOT_RELEASED });
});

test("a second release: one package that changed, and those that depend on it", async () => {
  const changed = names.toSorted((a, b) => dependentsOf(b, root).length - dependentsOf(a, root).length)[0]!;
  const released = [changed, ...dependentsOf(changed, root)];
  const before = registry.published.length;
  const versions = await change([changed], "Second words");
  expectResults(await release().all(), { plan: "success", version: "skipped", ...RELEASED });

  expect(registry.published.slice(before).toSorted()).toEqual(tagsOf(versions, released));
  // What others depend on comes first.
  expect(registry.published[before]).toBe(`${changed}@${versions.get(changed)}`);
  expect(await hosting.tags()).toEqual(expect.arrayContaining(tagsOf(versions)));
  expect(hosting.releases().get(`${changed}@${versions.get(changed)}`)!.notes).not.toContain("First words");
  const project = join(folder, "project-2");
  expect(await installFrom(project, names, settings)).toEqual(versions);
  await callEach(project, names);
  for (const name of names)
    expect(readFileSync(join(project, "node_modules", name, "CHANGELOG.md"), "utf8")).toContain(
      `## ${versions.get(name)}`,
    );
});

test("a publication that failed midway is finished by running it again, in either way", async () => {
  const versions = await change(names, "Third words");
  const before = registry.published.length;
  const tags = (await hosting.tags()).length;
  const out = async (): Promise<number[]> => [
    registry.published.length - before,
    (await hosting.tags()).length - tags,
    hosting.releases().size - tags,
  ];
  const stopped = {
    ...RELEASED,
    plan: "success",
    version: "skipped",
    publish: "failure",
    announce: "skipped",
  } as const;

  // Provenance is asked for: without GitHub it can't be made, and nothing is published.
  const run = release({ ...asUsual(), identity: {}, env: settings });
  const jobs = await run.all();
  expectResults(jobs, stopped);
  expect(jobs.get("publish")!.log).toContain("Automatic provenance generation is not supported for this CI provider");
  expect(await out()).toEqual([0, 0, 0]);

  registry.uploads = 2;
  expectResults(await run.failed(asUsual()), stopped);
  expect(await out()).toEqual([2, 0, 0]);

  // "Re-run failed jobs" has the same tarballs, of which two are there already.
  registry.uploads = 1;
  expectResults(await run.failed(), stopped);
  expect(await out()).toEqual([3, 0, 0]);

  // "Re-run all jobs" packs what is left.
  registry.uploads = Infinity;
  const silent = release({ ...asUsual(), taken: ["checks", "announce"] });
  expectResults(await silent.all(), { plan: "success", version: "skipped", ...RELEASED });
  expect(await out()).toEqual([names.length, 0, 0]);

  // All is published, by that run or by hand: what is left is to say so.
  expectResults(await release().all(), { plan: "success", version: "skipped", ...NOT_RELEASED, announce: "success" });
  expect(registry.published.slice(before).toSorted()).toEqual(tagsOf(versions));
  expect(await hosting.tags()).toEqual(expect.arrayContaining(tagsOf(versions)));
  expect([...hosting.releases().keys()]).toEqual(expect.arrayContaining(tagsOf(versions)));
});
