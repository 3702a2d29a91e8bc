import { refusal } from "../errors/refusal.ts";
import type { Agent } from "./dispatcher.ts";

/** The oldest undici that was tried. */
const OLDEST = [7, 0, 0] as const;
const INSTALL = "npm install undici@8 (undici@7 on Node 20)";

interface NodeProcess {
  readonly versions?: Record<string, string | undefined>;
  /** Gives a module without an import, which a bundler for another runtime could not resolve. */
  getBuiltinModule?(name: string): unknown;
}

/** @throws {ConfigError} where this is not Node */
export function builtIn<Module>(name: string): Module {
  const { versions, getBuiltinModule } = Object((globalThis as { process?: unknown }).process) as NodeProcess;
  // Deno and Bun name a Node that they stand in for.
  if (!versions?.["node"] || versions["deno"] || versions["bun"] || !getBuiltinModule)
    return refusal(undefined, "undiciTransport")("is for Node ≥ 20.19: here, leave it out, and `fetch` serves");
  return getBuiltinModule(name) as Module;
}

/**
 * The Agent of the undici that is installed. Looked for at run time: it is an optional peer dependency, and its absence has
 * to be told in words.
 *
 * @throws {ConfigError} where there is none, or it is too old or does not load on this Node
 */
export function installedAgent(): new (options: object) => Agent {
  const refuse = refusal(undefined, "undiciTransport");
  const { createRequire } = builtIn<{ createRequire(from: string): (name: string) => unknown }>("node:module");
  // From here: package managers see to it that what the user installed is found from its dependents.
  const require = createRequire(import.meta.url);
  let version: string;
  try {
    ({ version } = require("undici/package.json") as { version: string });
  } catch {
    return refuse(`needs undici, which is not installed: ${INSTALL}`);
  }
  if (isOlder(version)) return refuse(`needs undici ≥ ${OLDEST.join(".")}, and ${version} is installed: ${INSTALL}`);
  try {
    return (require("undici") as { Agent: new (options: object) => Agent }).Agent;
  } catch {
    return refuse(`needs an undici that loads on this Node, and ${version} does not: ${INSTALL}`);
  }
}

function isOlder(version: string): boolean {
  const parts = version.split(/[.-]/).map(Number);
  const at = OLDEST.findIndex((number, index) => parts[index] !== number);
  return at >= 0 && !((parts[at] as number) > (OLDEST[at] as number));
}
