import { join, parse } from "node:path";
import { generateFiles, namesOf, packageFiles } from "@x/generator";
import { parseOpenApi } from "@x/openapi";
import { pull } from "@x/sources";
import { root, writeAll } from "../workspace/files.ts";
import type { Skipped } from "./check-result.ts";

/** Name of the package that is made of a document under check. */
export const NAME = "checked";

export interface MakeRequest {
  readonly source: string;
  /** The folder that a relative source starts from. */
  readonly base: string;
  readonly baseUrl?: string | undefined;
  /** Where everything goes. */
  readonly folder: string;
}

export interface Made {
  readonly operations: number;
  readonly generated: number;
  readonly skipped: readonly Skipped[];
  readonly notes: readonly string[];
}

/**
 * Makes a package of a document, as `pnpm specs add` does, in a folder of its own.
 *
 * @throws {Problem} when the document can't be read, or no operation of it can be made
 */
export async function makePackage({ source, base, baseUrl, folder }: MakeRequest): Promise<Made> {
  const notes: string[] = [];
  const pulled = await pull({
    vendor: NAME,
    root: folder,
    base,
    // Nothing is recorded: any file will do.
    workspace: parse(base).root,
    from: [source],
    baseUrl,
    create: true,
    note: (line) => void notes.push(line),
  });
  const file = `specs/${NAME}.yaml`;
  const document = parseOpenApi(pulled.after, file);
  const { files: texts, operations, skipped, notes: more } = await generateFiles(document, file, pulled.baseUrl);
  const files = new Map([[join(folder, file), pulled.after]]);
  for (const [path, text] of packageFiles(root, namesOf(NAME))) {
    if (path.startsWith("src/") || path === "package.json") files.set(join(folder, path), text);
  }
  for (const [name, text] of Object.entries(texts)) files.set(join(folder, "src/generated", name), text);
  writeAll(files);
  return {
    operations: operations.length + skipped.length,
    generated: operations.length,
    skipped: skipped.map(({ operation, why, pointer }) => ({ operation, why: `${why} (#${pointer})` })),
    notes: [...notes, ...more],
  };
}
