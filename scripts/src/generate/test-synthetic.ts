import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generatePackage } from "./generate-package.ts";

/** One OpenAPI document with each thing that the generator knows. */
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
  generate(text: string): Promise<Map<string, string>>;
  remove(): void;
}

export async function makeSynthetic(): Promise<Synthetic> {
  const root = mkdtempSync(join(tmpdir(), "generate-"));
  const folder = join(root, "packages/synthetic/src/generated");
  mkdirSync(join(root, "specs"));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(root, "packages/synthetic/package.json"), '{"type":"module"}');
  const generate = (text: string): Promise<Map<string, string>> => {
    writeFileSync(join(root, "specs/synthetic.yaml"), text);
    return generatePackage(root, "synthetic");
  };
  const files = await generate(spec);
  for (const [path, text] of files) writeFileSync(path, text);
  return {
    folder,
    files,
    generated: (name) => files.get(join(folder, name)) ?? "",
    generate,
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
