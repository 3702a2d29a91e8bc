import { existsSync } from "node:fs";
import { join } from "node:path";
import { readIfThere, parseOpenApi, Problem } from "@x/openapi";
import { generateFiles } from "../generate-files.ts";

/**
 * The generated files of one vendor, as text by absolute path. Nothing is written. The same spec gives the same bytes
 * on any machine.
 *
 * @param folder - the repository's root
 * @param vendor - name shared by `specs/<vendor>.yaml` and `packages/<vendor>`
 * @throws {Problem} when one of the two is missing, or the spec holds what the client can't do
 */
export async function generatePackage(folder: string, vendor: string): Promise<Map<string, string>> {
  const { source, text } = checkPackage(folder, vendor);
  const { files } = await generateFiles(parseOpenApi(text, source), source);
  const generated = join(folder, "packages", vendor, "src/generated");
  return new Map(Object.entries(files).map(([name, content]) => [join(generated, name), content]));
}

/**
 * The path and text of a vendor's spec, which has a package.
 *
 * @throws {Problem} when one of the two is missing
 */
export function checkPackage(folder: string, vendor: string): { source: string; text: string } {
  const source = `specs/${vendor}.yaml`;
  const text = readIfThere(join(folder, source));
  if (text === undefined) {
    throw new Problem(`packages/${vendor} has no spec: ${source} is missing. Restore it, or pull it again.`);
  }
  const manifest = `packages/${vendor}/package.json`;
  if (!existsSync(join(folder, manifest))) throw new Problem(`${source} has no package: ${manifest} is missing.`);
  return { source, text };
}
