import { join } from "node:path";
import { type Diff, diffSpecs } from "@x/differ";
import { generatePackage, skippedWords } from "@x/generator";
import { count } from "../terminal/count.ts";
import { readIfThere, parseOpenApi, Problem } from "@x/openapi";
import { reportStep } from "../supervision/inside.ts";
import { generating, SPECS, transaction, type Commit } from "../transaction/transaction.ts";
import { writeAll } from "../workspace/files.ts";
import { pull, revertWords, type PullOptions, sha256 } from "@x/sources";
import { changesetsOf } from "./changesets.ts";
import { affectedPackages } from "./dependents.ts";
import type { Check, Evidence } from "./evidence.ts";
import { lint } from "./lint.ts";
import type { Update } from "./pull-request.ts";
import { MAX_REVERTS } from "./revert-notice.ts";
import { withStaging } from "../workspace/staging.ts";
import type { Staging } from "../workspace/staging.ts";
import type { Steps } from "./steps.ts";

export interface UpdateOptions {
  /** The workspace's root folder. */
  readonly root: string;
  readonly vendors: readonly string[];
  /** How each vendor is pulled: `from`, `only`, `complete`, `accept` and so on. */
  readonly pulling: Omit<PullOptions, "vendor" | "root">;
  readonly steps: Steps;
  /** Evidence about the packages as they were and the new documents. @default none */
  readonly before?: readonly Check[] | undefined;
  /** Evidence about the packages as they are once all is in place. @default none */
  readonly after?: readonly Check[] | undefined;
}

type Planned = Omit<Update, "evidence">;

/**
 * Updates vendors one after the other: pull, lint, diff, generate, changeset. All of that happens in a copy; only when
 * every step of every vendor is done are the files carried over. Evidence is gathered before and after: it stops nothing.
 *
 * Returns one update for each vendor that has something new.
 *
 * @throws {Problem} naming the step that failed and why; the workspace is untouched then
 */
export async function update(options: UpdateOptions): Promise<Update[]> {
  const { root, vendors } = options;
  return await transaction(root, SPECS, (commit) => updateAll(options, commit), vendors.map(generating));
}

async function updateAll(options: UpdateOptions, commit: Commit): Promise<Update[]> {
  const { root, vendors, steps } = options;
  const { updates, files } = await withStaging(root, async (staging) => {
    const planned: Planned[] = [];
    const collected = new Map<string, string>();
    for (const vendor of vendors) {
      steps.begin(vendor);
      const plan = await planVendor(vendor, staging, options, collected);
      if (plan !== undefined) planned.push(plan);
    }
    const specs = join(staging.folder, "specs");
    const judged: Update[] = [];
    for (const plan of planned) judged.push({ ...plan, evidence: await gather(plan, options.before, specs, options) });
    const home = [...collected].map(([path, text]) => [staging.home(path), text] as const);
    return { updates: judged, files: new Map(home.filter(([path, text]) => readIfThere(path) !== text)) };
  });
  await commit(files);
  const judged: Update[] = [];
  for (const plan of updates) {
    const found = await gather(plan, options.after, join(root, "specs"), options);
    judged.push({ ...plan, evidence: [...plan.evidence, ...found] });
  }
  return judged;
}

async function gather(
  { vendor, packages }: Planned,
  checks: readonly Check[] | undefined,
  specs: string,
  { root, steps }: UpdateOptions,
): Promise<Evidence[]> {
  const found: Evidence[] = [];
  for (const check of checks ?? []) {
    reportStep(`${vendor}: evidence`);
    const evidence = await check({ root, vendor, packages, specs });
    steps.tell(evidence.name, `${evidence.passed ? "green" : "red"} (${vendor})`);
    // Where the repository stands on this machine is nobody else's concern.
    found.push({ ...evidence, tail: evidence.tail.replaceAll(`${root}/`, "") });
  }
  return found;
}

async function planVendor(
  vendor: string,
  { folder }: Staging,
  { root, pulling, steps }: UpdateOptions,
  collected: Map<string, string>,
): Promise<Planned | undefined> {
  const pulled = await steps.run("pull", async () => {
    const result = await pull({ base: root, maxReverts: MAX_REVERTS, ...pulling, vendor, root: folder });
    const back = result.revert && revertWords(result.revert);
    const seen = `${back}: not asked again after ${MAX_REVERTS} times (--accept takes it up)`;
    return [result, { unchanged: "nothing new", changed: back ?? "new content", seen }[result.outcome]];
  });
  if (pulled.outcome !== "changed") return undefined;
  const { before, after, sources, revert } = pulled;
  const file = `specs/${vendor}.yaml`;
  if (before === undefined) throw new Problem(`There is no ${file} to compare with: use "pnpm specs pull" first.`);
  writeAll(pulled.files);
  const warnings = await steps.run("lint", async () => {
    const warned = await lint(root, join(folder, file), `the pulled ${file}`, steps.tell);
    return [warned, `no error, ${count(warned, "warning")}`];
  });
  const diff = await steps.run<Diff>("diff", async () => {
    const names = { old: `the present ${file}`, next: `the pulled ${file}` };
    const found = await diffSpecs(parseOpenApi(before, names.old), parseOpenApi(after, names.next), names);
    return [found, `wire ${found.wire}, sdk ${found.sdk}: ${count(found.changes.length, "change")}`];
  });
  const generated = await steps.run("generate", async () => {
    const made = await generatePackage(folder, vendor);
    for (const each of made.skipped) steps.tell("left out", skippedWords(each));
    // The repository's README tells of all vendors: the next one begins with what this one wrote.
    writeAll(made.docs);
    return [made, count(made.files.size + made.docs.size, "file")];
  });
  // A content that comes again is another update.
  const id = `${sha256(after).slice(0, 12)}${revert === undefined ? "" : `-${revert.times}`}`;
  const { packages, changesets } = await steps.run("changeset", async () => {
    const affected = affectedPackages(folder, vendor);
    const texts = await changesetsOf(folder, affected, diff, id);
    const named = texts.size === 0 ? "none is needed" : `${diff.sdk} for ${affected.join(", ")}`;
    return [{ packages: affected, changesets: texts }, named];
  });
  for (const [path, text] of [...pulled.files, ...generated.files, ...generated.docs]) collected.set(path, text);
  for (const [name, text] of changesets) collected.set(join(folder, ".changeset", name), text);
  const { skipped, notes } = generated;
  return {
    vendor,
    diff,
    packages,
    sources,
    warnings,
    skipped,
    notes,
    revert,
    sha256: { before: sha256(before), after: sha256(after) },
  };
}
