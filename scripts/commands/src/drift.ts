import { runCommand } from "./terminal/run-command.ts";

await runCommand(async () => {
  const { driftCommand } = await import("./drift/command.ts");
  await driftCommand();
}, true);
