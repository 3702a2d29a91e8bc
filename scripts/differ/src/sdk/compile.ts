import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Problem } from "@x/openapi";
import type { GeneratedFiles, UsageProgram } from "@x/generator";

const root = join(import.meta.dirname, "../../../..");
const compiler = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin/tsc");
const client = fileURLToPath(import.meta.resolve("@x/client")).replace(/\.js$/, ".d.ts");

/** The generated files of a document and the program that uses all of them. */
export interface Package {
  readonly files: GeneratedFiles;
  readonly program: UsageProgram;
}

/** What the compiler says of a line of a program. */
export interface LineError {
  /** From 1 on. */
  readonly line: number;
  /** `TS2339: Property 'x' does not exist on type 'Y'.` */
  readonly message: string;
}

/** What the compiler says of each program on each package, by `program on package`. */
export type Compiled = { readonly [combination in Combination]: readonly LineError[] };
const combinations = ["old on old", "old on new", "new on old", "new on new"] as const;
type Combination = (typeof combinations)[number];

const common = {
  noEmit: true,
  declaration: false,
  declarationMap: false,
  sourceMap: false,
  allowImportingTsExtensions: true,
  module: "esnext",
  moduleResolution: "bundler",
  target: "es2023",
  lib: ["es2023", "dom", "dom.iterable"],
  types: [],
  skipLibCheck: true,
  noUnusedLocals: false,
  noUnusedParameters: false,
  paths: { "@x/client": [client] },
};
/** How users compile: most by `strict` alone, some as we do ourselves. */
const configs = {
  "tsconfig.strict.json": { compilerOptions: { ...common, strict: true } },
  "tsconfig.base.json": { extends: join(root, "tsconfig.base.json"), compilerOptions: common },
};

/**
 * Compiles the programs of pairs of packages, each on each, in one call of the compiler a configuration. An error in either
 * counts.
 *
 * @throws {Problem} when the compiler can't be run
 */
export async function compilePairs(pairs: readonly (readonly [old: Package, next: Package])[]): Promise<Compiled[]> {
  const folder = await mkdtemp(join(tmpdir(), "differ-"));
  try {
    for (const [index, [old, next]] of pairs.entries()) {
      for (const [side, { files }] of [
        ["old", old],
        ["new", next],
      ] as const) {
        const place = join(folder, String(index), side);
        await mkdir(place, { recursive: true });
        for (const [name, text] of Object.entries(files)) await writeFile(join(place, name), text);
        await writeFile(join(place, "uses-old.ts"), old.program.text);
        await writeFile(join(place, "uses-new.ts"), next.program.text);
      }
    }
    for (const [name, config] of Object.entries(configs)) {
      const files = pairs.flatMap((_, index) =>
        ["old", "new"].flatMap((side) => ["uses-old.ts", "uses-new.ts"].map((file) => `./${index}/${side}/${file}`)),
      );
      await writeFile(join(folder, name), JSON.stringify({ ...config, files }));
    }
    const outputs = await Promise.all(Object.keys(configs).map((name) => run(folder, name)));
    return sorted(outputs.join("\n"), pairs.length);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function run(folder: string, config: string): Promise<string> {
  return new Promise((done, refuse) => {
    const options = { cwd: folder, maxBuffer: 1 << 30 };
    execFile(process.execPath, [compiler, "-p", config, "--pretty", "false"], options, (failure, stdout, stderr) => {
      const isVerdict = failure === null || /^\S+\(\d+,\d+\): error TS/m.test(stdout);
      if (isVerdict) done(stdout);
      else
        refuse(
          new Problem(`The TypeScript compiler failed: ${(stdout || stderr || failure.message).trim().slice(0, 500)}`),
        );
    });
  });
}

/** The errors by program; one that both configurations have, once. */
function sorted(output: string, count: number): Compiled[] {
  const found = Array.from({ length: count }, () => ({
    "old on old": new Map<string, LineError>(),
    "old on new": new Map<string, LineError>(),
    "new on old": new Map<string, LineError>(),
    "new on new": new Map<string, LineError>(),
  }));
  for (const match of output.matchAll(/^(\d+)\/(old|new)\/uses-(old|new)\.ts\((\d+),\d+\): error (TS\d+: .*)$/gm)) {
    const [, index, side, program, line, message = ""] = match;
    const name = `${program as "old"} on ${side as "new"}` as const;
    const errors = found[Number(index)]?.[name];
    if (errors !== undefined && !errors.has(`${line} ${message}`))
      errors.set(`${line} ${message}`, { line: Number(line), message });
  }
  return found.map((each) => {
    const lists = combinations.map((name) => [name, [...each[name].values()]] as const);
    return Object.fromEntries(lists) as Record<Combination, LineError[]>;
  });
}
