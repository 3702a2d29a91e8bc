import { Spec, type SpecOperation } from "@x/contract";
import { startMock } from "@x/mock";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { capitalized } from "@x/generator";
import { messageOf, Problem, readOpenApi } from "@x/openapi";
import { isAboutKey, observe, violations, type Finding } from "./observe.ts";
import { startRecorder } from "./recorder.ts";

export interface DriftOptions {
  /** The repository's root folder; the vendor's package is built. */
  readonly root: string;
  readonly vendor: string;
  /** Values by parameter name, for the operations that need them. */
  readonly parameters: ReadonlyMap<string, string>;
  /** @default the spec's first server */
  readonly baseUrl: string | undefined;
}

export interface DriftReport {
  readonly vendor: string;
  /** Why nothing was called: there is no key. */
  readonly skipped?: string;
  /** How many operations the document has, and how many of them read and no more: these are called. */
  readonly operations: number;
  readonly readOnly: number;
  readonly called: readonly string[];
  readonly findings: readonly Finding[];
}

type Method = (input: unknown, options: object) => Promise<unknown>;
type Factory = (options: object) => Record<string, Method>;

/**
 * Calls every read-only operation of a live API through the SDK, with Prism in between, and says where the API and its
 * document differ. The key is the SDK's own: the vendor's environment variable.
 *
 * @throws {Problem} when the package is not built
 */
export async function drift({ root, vendor, parameters, baseUrl }: DriftOptions): Promise<DriftReport> {
  const { create, live, operations } = await loadPackage(root, vendor);
  const specPath = join(root, "specs", `${vendor}.yaml`);
  const spec = new Spec(readOpenApi(specPath));
  const readOnly = spec.operations.filter(({ method }) => method === "GET");
  const counts = { operations: spec.operations.length, readOnly: readOnly.length };
  try {
    create({});
  } catch (thrown) {
    if (!/^the API key .* is missing$/.test(messageOf(thrown))) throw thrown;
    return { vendor, skipped: messageOf(thrown), ...counts, called: [], findings: [] };
  }
  const called: string[] = [];
  const findings: Finding[] = [];
  const callable: SpecOperation[] = [];
  for (const operation of readOnly) {
    const missing = operation.parameters.filter(({ name, required }) => required && !parameters.has(name));
    const detail = `needs ${missing.map(({ name }) => `--parameter ${name}=…`).join(" ")}`;
    if (missing.length) findings.push({ operation: operation.key, kind: "not called", detail });
    else callable.push(operation);
  }
  if (!callable.length) return { vendor, ...counts, called, findings };
  await using recorder = await startRecorder(baseUrl ?? live);
  await using mock = await startMock(specPath, { upstream: recorder.url });
  const client = create({ baseUrl: mock.url, maxRetries: 0 });
  for (const operation of callable) {
    const name = operations.get(operation.key);
    const method = name === undefined ? undefined : client[name];
    if (!method) throw new Problem(`packages/${vendor} has no method for ${operation.key}: run "pnpm generate".`);
    called.push(operation.key);
    const error = await failureOf(method(inputOf(operation, parameters), {}));
    const recorded = recorder.last();
    if (recorded && isAboutKey(recorded)) {
      findings.push({ operation: operation.key, kind: "not authorised", detail: String(recorded.status) });
      continue;
    }
    if (recorded) findings.push(...observe(spec, operation, recorded));
    else findings.push({ operation: operation.key, kind: "failed", detail: messageOf(error) });
    findings.push(...violations(operation, (error as { body?: unknown } | undefined)?.body));
  }
  return { vendor, ...counts, called, findings };
}

async function failureOf(call: Promise<unknown>): Promise<unknown> {
  try {
    await call;
    return undefined;
  } catch (thrown) {
    return thrown;
  }
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

async function loadPackage(
  root: string,
  vendor: string,
): Promise<{ create: Factory; live: string; operations: ReadonlyMap<string, string> }> {
  const folder = join(root, "packages", vendor, "dist");
  const load = (file: string): Promise<Record<string, unknown>> => import(pathToFileURL(join(folder, file)).href);
  let index: Record<string, unknown>;
  try {
    index = await load("index.js");
  } catch (thrown) {
    throw new Problem(`packages/${vendor} is not built (${messageOf(thrown)}). Run "pnpm build".`);
  }
  const { default: api } = (await load("generated/operations.js")) as {
    default: { operations: Record<string, { method: string; path: string }> };
  };
  const factory = `create${vendor.split("-").map(capitalized).join("")}`;
  const operations = Object.entries(api.operations).map(
    ([name, { method, path }]) => [`${method} ${path}`, name] as const,
  );
  return { create: index[factory] as Factory, live: index["baseUrl"] as string, operations: new Map(operations) };
}
