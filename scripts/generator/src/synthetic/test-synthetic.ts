import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generatePackage } from "../package/generate-package.ts";

/** One OpenAPI document with each thing that the generator knows. */
/** The repository's root folder. */
export const root: string = join(import.meta.dirname, "../../../..");

export const spec = readFileSync(join(import.meta.dirname, "fixtures/synthetic.yaml"), "utf8");

/** The generated files of that document, written to a folder of their own. */
export interface Synthetic {
  /** Where the generated files are. */
  readonly folder: string;
  /** As text, by path. */
  readonly files: ReadonlyMap<string, string>;
  /** A generated file's text. */
  generated(name: string): string;
  /** What another document would give. Nothing of it is written. */
  generate(text: string): Promise<ReadonlyMap<string, string>>;
  remove(): void;
}

export async function makeSynthetic(): Promise<Synthetic> {
  const workspace = mkdtempSync(join(tmpdir(), "generate-"));
  const folder = join(workspace, "packages/synthetic/src/generated");
  mkdirSync(join(workspace, "specs"));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(workspace, "packages/synthetic/package.json"), '{"type":"module"}');
  const generate = async (text: string): Promise<ReadonlyMap<string, string>> => {
    writeFileSync(join(workspace, "specs/synthetic.yaml"), text);
    return (await generatePackage(workspace, "synthetic")).files;
  };
  const files = await generate(spec);
  for (const [path, text] of files) writeFileSync(path, text);
  return {
    folder,
    files,
    generated: (name) => files.get(join(folder, name)) ?? "",
    generate,
    remove: () => rmSync(workspace, { recursive: true, force: true }),
  };
}
