import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Json, objectOf, parseOpenApi, Problem, readIfThere } from "@x/openapi";
import { generateFiles, type Generated } from "../generate-files.ts";
import { isPacked, withReference } from "../reference/packed-reference.ts";
import { packageDocs } from "../reference/package-docs.ts";
import { withCount, withReadmePart } from "../reference/readme-part.ts";
import { namesOf } from "./names.ts";

/** What a vendor's document gives: the texts of its generated files by absolute path. */
export interface GeneratedPackage extends Omit<Generated, "files"> {
  readonly files: ReadonlyMap<string, string>;
  /**
   * API.md, and the READMEs of package and repository with what is generated of them; one that is not there is not made. The
   * manifest too, where it packs API.md and should not, or the other way.
   */
  readonly docs: ReadonlyMap<string, string>;
  /** The generated part of the README. */
  readonly readmePart: string;
}

/**
 * The generated files of one vendor. Nothing is written. The same spec gives the same bytes on any machine.
 *
 * @param folder - the repository's root
 * @param vendor - name shared by `specs/<vendor>.yaml` and `packages/<vendor>`
 * @throws {Problem} when one of the two is missing, or no operation of the spec can be made
 */
export async function generatePackage(folder: string, vendor: string): Promise<GeneratedPackage> {
  const { source, text } = checkPackage(folder, vendor);
  const generated = await generateFiles(parseOpenApi(text, source), source, recordedBaseUrl(folder, vendor));
  const home = join(folder, "packages", vendor);
  const files = Object.entries(generated.files).map(([name, content]) => {
    return [join(home, "src/generated", name), content] as const;
  });
  const { reference, readmePart } = packageDocs(generated, `@x/${vendor}`, source);
  const docs = new Map([[join(home, "API.md"), reference]]);
  const manifest = readIfThere(join(home, "package.json")) ?? "";
  const packed = withReference(manifest, isPacked(reference));
  if (packed !== manifest) docs.set(join(home, "package.json"), packed);
  const readme = readIfThere(join(home, "README.md"));
  if (readme !== undefined) docs.set(join(home, "README.md"), withReadmePart(readme, readmePart));
  const ofAll = readIfThere(join(folder, "README.md"));
  if (ofAll !== undefined)
    docs.set(join(folder, "README.md"), withCount(ofAll, namesOf(vendor), generated.operations.length));
  return { ...generated, files: new Map(files), docs, readmePart };
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

/** Where the API is, as `specs/sources.json` remembers it of a document that does not say it. */
function recordedBaseUrl(folder: string, vendor: string): string | undefined {
  const records: unknown = JSON.parse(readIfThere(join(folder, "specs/sources.json")) ?? "{}");
  const record = objectOf(objectOf(records as Json)[vendor]);
  return typeof record["baseUrl"] === "string" ? record["baseUrl"] : undefined;
}
