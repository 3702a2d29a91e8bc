import { runCommand } from "./terminal/run-command.ts";

// Else it starts turbo, which calls it in each package with "--direct".
const isWatched = process.argv.includes("--direct") || process.argv.includes("--check");
await runCommand(async () => {
  const { generate } = await import("./generate/command.ts");
  await generate();
}, isWatched);
