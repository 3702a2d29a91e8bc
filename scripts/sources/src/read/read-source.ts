import { readFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { decodeText, parseYaml, Problem } from "@x/openapi";
import { addressOf, nameOf } from "./address.ts";
import type { Bounds } from "./bounds.ts";
import type { Budget } from "./budget.ts";
import { filesOf, isFolder } from "./folder.ts";
import { pagesOf } from "../pages/index-pages.ts";
import { mapLimited } from "./map-limited.ts";
import { pieceOfDocument, piecesOfPage } from "../pages/pieces.ts";
import type { Piece } from "../pages/pieces.ts";
import { readText } from "./read-text.ts";
import { bundle, isOfManyFiles } from "./bundle.ts";
import { isDocument, recognise } from "./recognise.ts";

/** Where a vendor's documents come from: a file, a folder or a URL. */
export interface Source {
  readonly from: string;
  /** Of an index, only the pages with one of these titles, or one of these texts in their address. */
  readonly pages?: readonly string[];
  /** Only these operations: path prefixes, or `METHOD /path`. */
  readonly only?: readonly string[];
}

export interface ReadOptions {
  /** The folder that relative paths start from. */
  readonly base: string;
  readonly bounds: Bounds;
  readonly budget: Budget;
  /** Called with one line per noteworthy thing. */
  readonly note: (line: string) => void;
  /** Called while many pages are read. */
  readonly progress: (done: number, total: number) => void;
}

/**
 * All OpenAPI documents that a source holds, recognised by content. Of the pages only wanted operations are parsed; whole
 * documents come whole.
 *
 * @throws {Problem} when it cannot be read, is nothing we know, or holds no OpenAPI at all
 */
export async function readSource(source: Source, options: ReadOptions): Promise<Piece[]> {
  const only = source.only ?? [];
  const address = addressOf(source.from, options.base);
  if (isFolder(address)) {
    const root = rootOf(filesOf(address, options.bounds), options);
    if (root !== undefined) return [documentAt(root, options)];
    const { pages, documents } = await readMany(filesOf(address, options.bounds), only, source.from, options);
    return [...pages, ...documents.map((parse) => parse())];
  }
  const name = nameOf(address, options.base);
  const read = (each: URL): Promise<string> => readText(each, options.base, options.bounds, options.budget);
  const text = await read(address);
  const content = recognise(text, name);
  if (content.kind === "document") return [documentAt(address, options, text)];
  if (content.kind === "page") return piecesOfPage(text, content.fences, only, name);
  if (content.kind === "prose") {
    if (!text.trim()) throw new Problem(`${name} is empty.`);
    throw new Problem(
      `${name} is neither an OpenAPI document, nor a page with an OpenAPI fence (\`\`\`\`yaml GET /path), nor an index of pages.`,
    );
  }
  const followed = await pagesOf(address, content.links, { ...options, wanted: source.pages ?? [], read });
  const { pages, documents } = await readMany(followed, only, name, options);
  // An index often lists the document its pages were made from: the same again, in another shape.
  if (pages.length === 0) return documents.map((parse) => parse());
  if (documents.length > 0)
    options.note(`${documents.length} whole documents beside the pages of ${name} are passed over.`);
  return pages;
}

/** A whole document, with the files that hang on it. */
function documentAt(address: URL, { base, bounds }: ReadOptions, text?: string): Piece {
  const name = nameOf(address, base);
  const own = text ?? decodeText(readFileSync(address), name);
  const piece = pieceOfDocument(own, name);
  if (address.protocol !== "file:" || !isOfManyFiles(piece.document)) return piece;
  return pieceOfDocument(bundle(fileURLToPath(address), name, bounds), name);
}

/**
 * The one document of a folder on which its other files hang; undefined where no file hangs on another.
 *
 * @throws {Problem} when there are several such documents
 */
function rootOf(files: readonly URL[], options: ReadOptions): URL | undefined {
  const documents = files.filter((file) => {
    if (!/\.(ya?ml|json)$/i.test(file.pathname) || statSync(file).size > options.bounds.maxBytes) return false;
    return isDocument(decodeText(readFileSync(file), nameOf(file, options.base)));
  });
  const roots = documents.filter((file) => {
    const name = nameOf(file, options.base);
    return isOfManyFiles(parseYaml(decodeText(readFileSync(file), name), name));
  });
  if (roots.length === 0) return undefined;
  if (documents.length > 1) {
    const names = documents.map((file) => nameOf(file, options.base)).join(", ");
    throw new Problem(`The folder has ${documents.length} documents, and files hang on them: name one (${names}).`);
  }
  return roots[0];
}

async function readMany(
  addresses: URL[],
  only: readonly string[],
  from: string,
  options: ReadOptions,
): Promise<{ pages: Piece[]; documents: (() => Piece)[] }> {
  let done = 0;
  const pages: Piece[][] = [];
  const documents: (() => Piece)[] = [];
  let prose = 0;
  await mapLimited(addresses, options.bounds.parallel, async (address) => {
    const text = await readText(address, options.base, options.bounds, options.budget);
    const name = nameOf(address, options.base);
    const content = recognise(text, name);
    if (content.kind === "page") pages.push(piecesOfPage(text, content.fences, only, name));
    else if (content.kind === "document") documents.push(() => pieceOfDocument(text, name));
    else prose += 1;
    done += 1;
    options.progress(done, addresses.length);
  });
  if (prose > 0) options.note(`${prose} of ${addresses.length} pages of ${from} hold no OpenAPI.`);
  if (prose === addresses.length) throw new Problem(`${from} leads to no OpenAPI at all.`);
  return { pages: pages.flat(), documents };
}
