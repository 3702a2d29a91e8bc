import { Spec, type SpecOperation } from "@x/contract";
import { startMock } from "@x/mock";
import { join } from "node:path";
import { messageOf, Problem, readOpenApi } from "@x/openapi";
import { reportStep } from "../supervision/inside.ts";
import { differences, documentedFor, neverSeen, unableToSay, violations } from "./observe.ts";
import type { DriftKind, Finding } from "./observe.ts";
import { loadPackage } from "./package.ts";
import { probesOf, type Probe } from "./probe.ts";
import { startRecorder, type Recorded, type Recorder, type RecorderOptions } from "./recorder.ts";

export interface DriftOptions extends RecorderOptions {
  /** The repository's root folder; the vendor's package is built. */
  readonly root: string;
  readonly vendor: string;
  /** Values by parameter name, for the operations that need them. */
  readonly parameters: ReadonlyMap<string, string>;
  /** @default the spec's first server */
  readonly baseUrl: string | undefined;
  /** Whether a parameter of a wrong type is sent, too. @default false */
  readonly wrongTypes?: boolean | undefined;
}

export interface DriftReport {
  readonly vendor: string;
  /** Why nothing was called: there is no key. */
  readonly skipped?: string;
  /** How many operations the document has, and how many of them read and no more: these are called. */
  readonly operations: number;
  readonly readOnly: number;
  readonly called: readonly string[];
  /** What was asked wrongly on purpose. */
  readonly probed: readonly string[];
  readonly findings: readonly Finding[];
}

/**
 * Calls every read-only operation of a live API through the SDK, with Prism in between, then asks it wrongly in ways that
 * are safe, and says where the API and its document differ. The key is the SDK's own: the vendor's environment variable.
 *
 * @throws {Problem} when the package is not built
 */
export async function drift(options: DriftOptions): Promise<DriftReport> {
  const { root, vendor, parameters, baseUrl, timeoutMs } = options;
  const { create, live, methods } = await loadPackage(root, vendor);
  const specPath = join(root, "specs", `${vendor}.yaml`);
  const spec = new Spec(readOpenApi(specPath));
  const readOnly = spec.operations.filter(({ method }) => method === "GET");
  const counts = { operations: spec.operations.length, readOnly: readOnly.length };
  const nothing = { vendor, ...counts, called: [], probed: [] };
  try {
    create({});
  } catch (thrown) {
    if (!/^the API key .* is missing$/.test(messageOf(thrown))) throw thrown;
    return { ...nothing, skipped: messageOf(thrown), findings: [] };
  }
  const callable = readOnly.filter((operation) => missingOf(operation, parameters).length === 0);
  const findings: Finding[] = readOnly.flatMap((operation) => {
    const names = missingOf(operation, parameters).map((name) => `--parameter ${name}=…`);
    const detail = `needs ${names.join(" ")}`;
    return names.length ? [{ operation: operation.key, kind: "not called" as const, detail }] : [];
  });
  if (!callable.length) return { ...nothing, findings };
  await using recorder = await startRecorder(baseUrl ?? live, { timeoutMs });
  await using mock = await startMock(specPath, { upstream: recorder.url });
  // The recorder's own limit is first, and says more.
  const client = create({ baseUrl: mock.url, maxRetries: 0, ...(timeoutMs && { timeoutMs: timeoutMs * 2 }) });
  const probed: string[] = [];
  for (const operation of callable) {
    const method = client[methods.get(operation.key) ?? ""];
    if (!method) throw new Problem(`packages/${vendor} has no method for ${operation.key}: run "pnpm generate".`);
    reportStep(`${vendor}: ${operation.key}`);
    const error = await failureOf(method(inputOf(operation, parameters), {}));
    const { found, isTold } = look(spec, operation, recorder, error);
    findings.push(...found);
    const last = recorder.last();
    if (!isTold || last === undefined) continue;
    for (const probe of probesOf(spec, operation, last.asked, parameters, options.wrongTypes === true)) {
      const name = `${operation.key}, ${probe.what}`;
      probed.push(name);
      findings.push(...(await lookAtProbe(spec, operation, recorder, probe, name)));
    }
  }
  return { vendor, ...counts, called: callable.map(({ key }) => key), probed, findings };
}

/** What the last call tells, and whether it told anything. */
function look(
  spec: Spec,
  operation: SpecOperation,
  recorder: Recorder,
  error: unknown,
): { found: Finding[]; isTold: boolean } {
  const finding = (kind: DriftKind, detail: string): Finding => ({ operation: operation.key, kind, detail });
  const result = recorder.last()?.result;
  if (result === undefined || result instanceof Error)
    return { found: [finding("failed", messageOf(result ?? error))], isTold: false };
  const documented = documentedFor(operation, result.status);
  const unable = unableToSay(result, documented);
  const found = unable === undefined ? [] : [finding(unable, String(result.status))];
  if (unable !== undefined && unable !== "no success") return { found, isTold: false };
  if (documented === undefined) return { found: [finding("undocumented status", String(result.status))], isTold: true };
  const own = differences(spec, documented, result);
  // What this and Prism both see is told once.
  const isSeen = own.some(([kind]) => kind !== "unknown field");
  const byPrism = isSeen ? [] : violations(Object(error)["body"]).map((words) => ["violation", words] as const);
  const isSound = !own.some(([kind]) => kind === "failed");
  const missing = isSound && result.status < 400 ? neverSeen(spec, documented, result) : [];
  found.push(...[...own, ...byPrism].map(([kind, detail]) => finding(kind, detail)));
  found.push(...Array.from(missing, (pointer) => finding("field never seen", pointer)));
  return { found, isTold: true };
}

async function lookAtProbe(
  spec: Spec,
  operation: SpecOperation,
  recorder: Recorder,
  { asked, accepted }: Probe,
  name: string,
): Promise<Finding[]> {
  let result: Recorded;
  try {
    result = await recorder.ask(asked);
  } catch (thrown) {
    return [{ operation: name, kind: "failed", detail: messageOf(thrown) }];
  }
  const { status } = result;
  if (status < 400 && accepted !== undefined) return [{ operation: name, kind: accepted, detail: String(status) }];
  const documented = documentedFor(operation, status);
  if (documented === undefined) return [{ operation: name, kind: "undocumented error", detail: String(status) }];
  return differences(spec, documented, result).map(([kind, detail]) => ({ operation: name, kind, detail }));
}

async function failureOf(call: Promise<unknown>): Promise<unknown> {
  try {
    await call;
    return undefined;
  } catch (thrown) {
    return thrown;
  }
}

function missingOf({ parameters }: SpecOperation, given: ReadonlyMap<string, string>): string[] {
  return parameters.filter(({ name, required }) => required && !given.has(name)).map(({ name }) => name);
}

function inputOf({ parameters }: SpecOperation, given: ReadonlyMap<string, string>): object {
  const input: Record<string, Record<string, unknown>> = {};
  for (const { name, place } of parameters) {
    const value = given.get(name);
    if (value !== undefined) (input[place] ??= {})[name] = plain(value);
  }
  return input;
}

/** `true` and `12` as what they say; everything else as text. */
function plain(value: string): unknown {
  return /^(true|false|-?\d{1,15})$/.test(value) ? JSON.parse(value) : value;
}
