import { join } from "node:path";
import ts from "typescript";

const root = join(import.meta.dirname, "../../../..");
const FOLDER = "/made-up";

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  lib: ["lib.es2023.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  types: [],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  allowImportingTsExtensions: true,
  verbatimModuleSyntax: true,
  skipLibCheck: true,
  noEmit: true,
  paths: { "@x/client": [join(root, "packages/client/dist/index.d.ts")] },
};
/** Parsed once for all programs: the compiler's own declarations are most of the work. */
const parsed = new Map<string, ts.SourceFile | undefined>();

/** The program of files that are in memory alone. */
export function programOf(files: Readonly<Record<string, string>>): ts.Program {
  return ts.createProgram(Object.keys(files).map(pathOf), options, hostOf(files));
}

/** What the compiler says of files that are in memory alone: `models.ts:3 Type alias … circularly references itself.` */
export function compile(files: Readonly<Record<string, string>>): string[] {
  const program = programOf(files);
  return ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) => {
    const line = file && start !== undefined ? file.getLineAndCharacterOfPosition(start).line + 1 : 0;
    return `${file?.fileName.replace(`${FOLDER}/`, "")}:${line} ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
  });
}

/** What an editor shows over texts of a file. */
export function hover(files: Readonly<Record<string, string>>, file: string, texts: readonly string[]): string[] {
  const host = hostOf(files);
  const service = ts.createLanguageService({
    fileExists: host.fileExists,
    readFile: host.readFile,
    directoryExists: (path) => host.directoryExists?.(path) === true,
    getDefaultLibFileName: (given) => ts.getDefaultLibFilePath(given),
    getCompilationSettings: () => options,
    getScriptFileNames: () => Object.keys(files).map(pathOf),
    getScriptVersion: () => "1",
    getScriptSnapshot: (path) => {
      const content = host.readFile(path);
      return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content);
    },
    getCurrentDirectory: () => FOLDER,
  });
  const shown = texts.map((text) => {
    const info = service.getQuickInfoAtPosition(pathOf(file), (files[file] ?? "").indexOf(text));
    return ts.displayPartsToString(info?.displayParts);
  });
  service.dispose();
  return shown;
}

function pathOf(name: string): string {
  return `${FOLDER}/${name}`;
}

function hostOf(files: Readonly<Record<string, string>>): ts.CompilerHost {
  const host = ts.createCompilerHost(options);
  const own = new Map(Object.entries(files).map(([name, text]) => [pathOf(name), text]));
  return {
    ...host,
    getCurrentDirectory: () => FOLDER,
    directoryExists: (path) => path.startsWith(FOLDER) || host.directoryExists?.(path) === true,
    fileExists: (path) => own.has(path) || host.fileExists(path),
    readFile: (path) => own.get(path) ?? host.readFile(path),
    getSourceFile: (path, version) => {
      const text = own.get(path);
      if (text !== undefined) return ts.createSourceFile(path, text, version);
      if (!parsed.has(path)) parsed.set(path, host.getSourceFile(path, version));
      return parsed.get(path);
    },
  };
}
