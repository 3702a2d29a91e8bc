import { Problem } from "@x/openapi";
import { docPages } from "./pages.ts";
import { misspelt } from "./spelling.ts";
import { count } from "../terminal/count.ts";
import { runCommand } from "../terminal/run-command.ts";
import { say } from "../terminal/say.ts";

/** `pnpm lint:spelling`: British English, in every page that people write. */
await runCommand(async () => {
  // What vendors write is theirs.
  const pages = docPages().filter(({ path }) => !path.endsWith("/API.md"));
  const faults = misspelt(pages);
  if (faults.length)
    throw new Problem(
      `Words that the dictionary lacks:\n  ${faults.join("\n  ")}\nOne that is right goes into scripts/commands/src/docs/spelling.json.`,
    );
  say(`✓ spelling: ${count(pages.length, "page")}, no fault\n`);
});
