import { existsSync } from "node:fs";
import { join, relative } from "node:path";
import { readIfThere } from "../lib/files.ts";
import { parseOpenApi } from "../lib/openapi.ts";
import { Problem } from "../lib/problem.ts";
import { generateFiles } from "./generate-files.ts";

/**
 * The generated files of one vendor, as text by absolute path. Nothing is written. The same spec gives the same bytes
 * on any machine.
 *
 * @param folder - the repository's root
 * @param vendor - name shared by `specs/<vendor>.yaml` and `packages/<vendor>`
 * @throws {Problem} when one of the two is missing, or the spec holds what the client can't do
 */
export async function generatePackage(folder: string, vendor: string): Promise<Map<string, string>> {
  const source = `specs/${vendor}.yaml`;
  const text = readIfThere(join(folder, source));
  if (text === undefined) {
    throw new Problem(`packages/${vendor} has no spec: ${source} is missing. Restore it, or pull it again.`);
  }
  const packageFolder = join(folder, "packages", vendor);
  if (!existsSync(join(packageFolder, "package.json"))) {
    throw new Problem(`${source} has no package: ${relative(folder, packageFolder)}/package.json is missing.`);
  }
  const files = await generateFiles(parseOpenApi(text, source), source, `@x/${vendor}`);
  const generated = join(packageFolder, "src/generated");
  return new Map(Object.entries(files).map(([name, content]) => [join(generated, name), content]));
}
