import { join } from "node:path";
import ts from "typescript";
import { root } from "../../workspace/files.ts";

const clientSource = join(root, "packages/client/src/index.ts");
const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  lib: ["lib.es2023.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
  module: ts.ModuleKind.NodeNext,
  types: [],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  allowImportingTsExtensions: true,
  verbatimModuleSyntax: true,
  skipLibCheck: true,
  noEmit: true,
};
const asBundler: ts.CompilerOptions = {
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
};
const disk = ts.createDocumentRegistry();

/** A project whose files are in memory, in a folder that must be real only where they import packages. */
export interface Project {
  readonly folder: string;
  readonly files: Readonly<Record<string, string>>;
  /** Whether imports are resolved as bundlers do, without file extensions. */
  readonly bundler?: boolean;
}

/** A project as an editor has it open. */
export interface OpenProject {
  readonly service: ts.LanguageService;
  /** Changes a file's text. */
  write(name: string, text: string): void;
}

export function openProject({ folder, files, bundler }: Project): OpenProject {
  const inMemory = new Map(Object.entries(files).map(([name, text]) => [join(folder, name), text]));
  const read = (path: string): string | undefined => inMemory.get(path) ?? ts.sys.readFile(path);
  const settings = { ...options, ...(bundler && asBundler), paths: { "@x/client": [clientSource] } };
  const service = ts.createLanguageService(
    {
      getCompilationSettings: () => settings,
      getScriptFileNames: () => [...inMemory.keys()],
      // The registry shares what has the same name and version: a text is its own version.
      getScriptVersion: (path) => inMemory.get(path) ?? "on disk",
      getScriptSnapshot(path) {
        const text = read(path);
        return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
      },
      getCurrentDirectory: () => folder,
      getDefaultLibFileName: (compilerOptions) => ts.getDefaultLibFilePath(compilerOptions),
      fileExists: (path) => inMemory.has(path) || ts.sys.fileExists(path),
      readFile: read,
      readDirectory: ts.sys.readDirectory,
      directoryExists: ts.sys.directoryExists,
      getDirectories: ts.sys.getDirectories,
      ...(ts.sys.realpath && { realpath: ts.sys.realpath }),
    },
    disk,
  );
  return { service, write: (name, text) => void inMemory.set(join(folder, name), text) };
}

/**
 * Type instantiations that a piece of code costs, over the file's text without it.
 *
 * @throws {Error} when either does not compile
 */
export function instantiations(project: Project, file: string, code: string): number {
  const text = project.files[file] ?? "";
  return count({ ...project, files: { ...project.files, [file]: text + code } }, file) - count(project, file);
}

function count(project: Project, file: string): number {
  const program = openProject(project).service.getProgram();
  const source = program?.getSourceFile(join(project.folder, file));
  if (!program || !source) throw new Error(`no such file: ${file}`);
  const [fault] = program.getSemanticDiagnostics(source);
  if (fault) throw new Error(`${file}: ${ts.flattenDiagnosticMessageText(fault.messageText, " ")}`);
  return program.getInstantiationCount();
}
