import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { ContractVendor } from "@x/contract";
import { Problem, readOpenApi, type JsonObject } from "@x/openapi";
import { root } from "../workspace/files.ts";

/**
 * The spec that a package was built from, and what the package exports.
 *
 * @throws {Problem} when it is not built, exports no factory, or its spec can't be read
 */
export async function loadVendor(name: string): Promise<{ document: JsonObject; vendor: ContractVendor }> {
  const folder = join(root, "packages", name);
  const built = join(folder, "dist/index.js");
  if (!existsSync(built)) throw new Problem(`packages/${name} is not built. Run "pnpm build" first.`);
  const { default: api } = (await import(pathToFileURL(join(folder, "src/generated/operations.ts")).href)) as {
    default: ContractVendor["api"];
  };
  const exported = (await import(pathToFileURL(built).href)) as Record<string, ContractVendor["create"]>;
  const factory = Object.keys(exported).find((key) => key.startsWith("create"));
  if (factory === undefined) throw new Problem(`packages/${name} exports no function that creates a client.`);
  const document = readOpenApi(join(folder, "dist/openapi.yaml"));
  const create = exported[factory] as ContractVendor["create"];
  return { document, vendor: { name, api, create } };
}
