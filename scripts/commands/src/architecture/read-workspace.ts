import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { readImports, type Import } from "./read-imports.ts";
import { VENDOR, type PackageRule, type Rules } from "./rules.ts";

/** What is read of a package.json. */
export interface Manifest {
  readonly name: string;
  readonly private?: boolean;
  readonly exports?: { readonly [subpath: string]: unknown };
  readonly dependencies?: { readonly [name: string]: string };
  readonly devDependencies?: { readonly [name: string]: string };
  readonly peerDependencies?: { readonly [name: string]: string };
  readonly optionalDependencies?: { readonly [name: string]: string };
}

export interface SourceFile {
  /** From the repository's root, with slashes. */
  readonly path: string;
  readonly lines: number;
  readonly isTest: boolean;
  readonly isGenerated: boolean;
  /** Whether it is a program for elsewhere: see `Rules.copied`. */
  readonly isCopied: boolean;
  readonly imports: readonly Import[];
}

export interface WorkspacePackage {
  readonly folder: string;
  readonly manifest: Manifest;
  /** None for a folder that the list does not have. */
  readonly rule: PackageRule | undefined;
  readonly files: readonly SourceFile[];
}

const CODE = /\.[cm]?[jt]sx?$/;
const TEST = /\.(?:test|test-d|spec)\.[cm]?[jt]s$|\/(?:test|testing|fixtures)\//;
const IGNORED = new Set(["node_modules", "dist", "coverage", ".turbo"]);

/** Every package under packages/ and scripts/, with its sources. */
export function readWorkspace(root: string, rules: Rules): WorkspacePackage[] {
  return ["packages", "scripts"]
    .flatMap((parent) => foldersOf(join(root, parent)).map((name) => `${parent}/${name}`))
    .filter((folder) => existsSync(join(root, folder, "package.json")))
    .map((folder) => ({
      folder,
      manifest: JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8")) as Manifest,
      rule: rules.packages.find((rule) => rule.folder === ruleName(root, folder)),
      // Examples are projects of users', who have this package from the registry.
      files: codeIn(root, folder)
        .filter((path) => !path.startsWith(`${folder}/examples/`))
        .map((path) => readFile(root, path, rules)),
    }));
}

/** The name that a package's folder has in the list. */
function ruleName(root: string, folder: string): string {
  const isVendor = folder.startsWith("packages/") && existsSync(join(root, `specs/${basename(folder)}.yaml`));
  return isVendor ? VENDOR : folder;
}

function readFile(root: string, path: string, { copied }: Rules): SourceFile {
  const text = readFileSync(join(root, path), "utf8");
  return {
    path,
    lines: text.split("\n").length - (text.endsWith("\n") ? 1 : 0),
    isTest: TEST.test(path),
    isGenerated: path.includes("/generated/"),
    isCopied: copied.some((folder) => path.startsWith(`${folder}/`)),
    imports: readImports(path, text),
  };
}

function codeIn(root: string, folder: string): string[] {
  const entries = readdirSync(join(root, folder), { withFileTypes: true }).filter(({ name }) => !IGNORED.has(name));
  return entries.flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return codeIn(root, path);
    // An editor's lock has the name of a source behind a dot.
    return CODE.test(entry.name) && !entry.name.startsWith(".") ? [path] : [];
  });
}

function foldersOf(parent: string): string[] {
  if (!existsSync(parent)) return [];
  const folders = readdirSync(parent, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders.map(({ name }) => name).toSorted();
}
