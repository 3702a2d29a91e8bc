import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { generateFiles } from "@x/generator";
import { root } from "../workspace/files.ts";
import { type JsonObject, Problem } from "@x/openapi";

/**
 * Compiles a vendor's consumer fixture (`test/consumer.test-d.ts`) against a package generated from each of the
 * documents: an application that updates the package without a change of its own.
 *
 * @returns what the compiler, or the generator, says first, by index of the document; nothing where all is well
 */
export async function typeFaults(vendor: string, documents: readonly JsonObject[]): Promise<Map<number, string>> {
  const packageFolder = join(root, "packages", vendor);
  const fixture = join(packageFolder, "test/consumer.test-d.ts");
  const faults = new Map<number, string>();
  if (!existsSync(fixture)) return faults;
  mkdirSync(join(root, "reports"), { recursive: true });
  const folder = mkdtempSync(join(root, "reports/types-"));
  try {
    const files: string[] = [];
    for (const [index, document] of documents.entries()) {
      try {
        await writePackage(join(folder, String(index)), vendor, document);
        files.push(`${index}/consumer.ts`);
      } catch (thrown) {
        if (!(thrown instanceof Problem)) throw thrown;
        faults.set(index, `the generator stops: ${thrown.message}`);
      }
    }
    const output = compile(folder, packageFolder, files);
    for (const [, index, message] of output.matchAll(/^(\d+)\/(.*)$/gm)) {
      if (!faults.has(Number(index))) faults.set(Number(index), String(message));
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return faults;
}

async function writePackage(folder: string, vendor: string, document: JsonObject): Promise<void> {
  const source = `specs/${vendor}.yaml`;
  const packageFolder = join(root, "packages", vendor);
  mkdirSync(join(folder, "generated"), { recursive: true });
  const { files } = await generateFiles(document, source);
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(folder, "generated", name), text);
  }
  for (const file of readdirSync(join(packageFolder, "src")).filter((name) => name.endsWith(".ts"))) {
    copyFileSync(join(packageFolder, "src", file), join(folder, file));
  }
  const fixture = readFileSync(join(packageFolder, "test/consumer.test-d.ts"), "utf8");
  const local = fixture.replaceAll(
    new RegExp(`"@x/${vendor}(?:/([\\w-]+))?"`, "g"),
    (_, entry = "index") => `"./${entry}.ts"`,
  );
  writeFileSync(join(folder, "consumer.ts"), local);
}

/** What the compiler prints about the files; it runs once for all of them. */
function compile(folder: string, packageFolder: string, files: readonly string[]): string {
  const config = {
    extends: join(root, "tsconfig.base.json"),
    compilerOptions: {
      noEmit: true,
      skipLibCheck: true,
      isolatedDeclarations: false,
      types: ["node"],
      typeRoots: [join(packageFolder, "node_modules/@types")],
      paths: {
        "@x/client": [join(root, "packages/client/dist/index.d.ts")],
        "@x/client/*": [join(root, "packages/client/dist/*.d.ts")],
      },
    },
    files,
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
  const compiler = join(packageFolder, "node_modules/typescript/bin/tsc");
  const run = spawnSync(process.execPath, [compiler, "-p", folder, "--pretty", "false"], {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 2 ** 26,
  });
  if (run.error) throw run.error;
  return run.stdout;
}
