import { sampleRequest, Spec } from "@x/contract";
import { at, readOpenApi, type JsonObject } from "@x/openapi";
import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { mustRun } from "../tarballs/run.ts";
import { NPM_INSTALL, readManifest } from "../tarballs/workspace.ts";

/** A user's project, into which the newest of all packages is installed from the registry. Version by name. */
export async function installFrom(
  folder: string,
  names: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Map<string, string>> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }));
  await mustRun("npm", [...NPM_INSTALL, ...names.map((name) => `${name}@latest`)], { cwd: folder, env });
  return new Map(names.map((name) => [name, readManifest(join(folder, "node_modules", name)).version]));
}

/**
 * Calls each installed package once, against mocks that the installed `mock` serves. Returns what was printed.
 *
 * @throws {Problem} when a call fails, or no call is known for a package
 */
export async function callEach(folder: string, names: readonly string[]): Promise<string> {
  const require = createRequire(join(folder, "package.json"));
  const hasDocument = (name: string): boolean =>
    Boolean(readManifest(join(folder, "node_modules", name)).exports?.["./openapi.yaml"]);
  const vendors = names.filter(hasDocument).map((name) => [name, sampleCall(require.resolve(`${name}/openapi.yaml`))]);
  writeFileSync(join(folder, "calls.mjs"), PROGRAM);
  const given = JSON.stringify({ names, vendors: Object.fromEntries(vendors) });
  return mustRun(process.execPath, ["calls.mjs", given], { cwd: folder, timeoutMs: 60_000 });
}

/** The first operation of a document that reads, and an input that its mock takes. */
function sampleCall(document: string): { operationId: unknown; input: object } {
  const spec = readOpenApi(document);
  const { path, pointer } = new Spec(spec).operations.find(({ method }) => method === "GET")!;
  const { operationId } = at(spec, pointer) as JsonObject;
  const names = [...path.matchAll(/\{(.*?)\}/g)].map(([, name]) => name!);
  const pattern = new RegExp(`^curl '?http://localhost${path.replaceAll(/\{.*?\}/g, "([^/' ]+)")}'? `);
  const values = pattern.exec(sampleRequest(document, "http://localhost")!)!.slice(1).map(decodeURIComponent);
  return { operationId, input: { path: Object.fromEntries(names.map((name, index) => [name, values[index]])) } };
}

const PROGRAM = `
const { names, vendors } = JSON.parse(process.argv[2]);
const { startMock } = await import(names.find((name) => name.endsWith("/mock")));
const mocks = await Promise.all(Object.keys(vendors).map((name) => startMock(name)));
Object.values(vendors).forEach((vendor, index) => (vendor.url = mocks[index].url));
const clientOf = async (name) => {
  const exported = await import(name);
  const [, create] = Object.entries(exported).find(([key]) => /^create[A-Z]/.test(key));
  return create({ apiKey: "test-key", baseUrl: vendors[name].url, maxRetries: 0 });
};
const call = async (name, options) => {
  const client = await clientOf(name);
  const { operationId, input } = vendors[name];
  const method = Object.keys(client).find((key) => key.toLowerCase() === operationId.toLowerCase());
  return client[method](input, options);
};
const [anyVendor] = Object.keys(vendors);
const calls = {
  async vendor(name) {
    const body = await call(name);
    if (typeof body !== "object") throw new Error(name + " resolved with " + body);
  },
  async client(name) {
    const { SdkError } = await import(name);
    const error = await call(anyVendor, { headers: { prefer: "code=418" } }).catch((thrown) => thrown);
    if (!(error instanceof SdkError)) throw error;
  },
  async sessions(name) {
    const { createSessions, pagecall } = await import(name);
    const [vendor] = Object.keys(vendors).filter((one) => one.endsWith("/pagecall"));
    const sessions = createSessions({ pagecall: pagecall.createPagecall({ apiKey: "test-key", baseUrl: vendors[vendor].url }) });
    const rows = await sessions.listAttendances({ vendor: "pagecall", roomId: vendors[vendor].input.path.room_id });
    if (rows.length !== 1) throw new Error(rows.length + " attendances");
  },
  async mock() {
    const response = await fetch(vendors[anyVendor].url + "/no-such-path");
    if (response.status < 400) throw new Error("a mock answers what is not in its document");
  },
};
for (const name of names) {
  const known = vendors[name] ? calls.vendor : calls[name.split("/").at(-1)];
  if (!known) throw new Error("no call is known for " + name);
  await known(name);
  console.log("called " + name);
}
await Promise.all(mocks.map((mock) => mock.close()));
`;
