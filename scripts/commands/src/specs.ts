import { Problem } from "@x/openapi";
import { runCommand } from "./terminal/run-command.ts";
import { say } from "./terminal/say.ts";

const HELP = `Usage: pnpm specs <command> …

  check    say what would become of documents: package, types, contract tests
  pull     read the vendors' documents and rewrite specs/<vendor>.yaml
  diff     say what changed between two documents, on the wire and in the SDK
  update   pull, lint, diff, generate, changeset and evidence in one go
  lint     hold the documents against the rules of redocly.yaml
  add      make the package of another vendor
  remove   undo add

"pnpm specs <command> --help" says more.
`;

type Command = (args: string[]) => Promise<void>;

/** Each is loaded only when it is asked for: they bring very different libraries. */
const commands: { readonly [name: string]: () => Promise<Command> } = {
  check: async () => (await import("./specs/check.ts")).checkCommand,
  pull: async () => (await import("./specs/pull.ts")).pullCommand,
  diff: async () => (await import("./specs/diff.ts")).diffCommand,
  update: async () => (await import("./specs/update.ts")).updateCommand,
  lint: async () => (await import("./specs/lint.ts")).lintCommand,
  add: async () => (await import("./specs/add.ts")).addCommand,
  remove: async () => (await import("./specs/remove.ts")).removeCommand,
};

/** They work on documents. `check` ends its steps by itself. */
const WATCHED = new Set(["pull", "diff", "update", "add", "remove", "lint"]);

const [name = "--help", ...args] = process.argv.slice(2);
await runCommand(async () => {
  if (name === "--help" || name === "-h" || name === "help") {
    say(HELP);
    return;
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (load === undefined)
    throw new Problem(`Unknown command "${name}". Commands: ${Object.keys(commands).join(", ")}.`);
  const command = await load();
  await command(args);
}, WATCHED.has(name));
