import { parseArgs } from "node:util";
import { MockError } from "../mock-error.ts";
import type { Ending } from "./run-command.ts";
import { run } from "./run.ts";
import { serve } from "./serve.ts";
import { shown } from "./shown.ts";

const HELP = `Usage: x-mock run <package…> -- <command…>
       x-mock serve <package or document…> [--port <port>]

run    Starts a mock of each package's OpenAPI document, sets the package's environment variables for its base URL and
       its key, runs the command, ends the mocks, and ends as the command did.
serve  Serves until Ctrl-C. --port: default a free one, printed.

In a project: npx --no @x/mock …, pnpm exec x-mock …, yarn x-mock …
`;

/** Runs the command line. What can't be done is told in one message, with exit code 1. */
export async function main(args: readonly string[]): Promise<void> {
  try {
    const ending = await follow(args);
    if (typeof ending === "number") process.exitCode = ending;
    // As the command ended. Nothing here listens to signals any more.
    else process.kill(process.pid, ending);
  } catch (thrown) {
    const { message, stack } = thrown as Error;
    process.stderr.write(shown(`x-mock: ${thrown instanceof MockError ? message : stack}\n`));
    process.exitCode = 1;
  }
}

/** @throws {MockError} when it is no command line, or can't be done */
async function follow(args: readonly string[]): Promise<Ending> {
  const split = args.indexOf("--");
  const [own, command] = split < 0 ? [args, []] : [args.slice(0, split), args.slice(split + 1)];
  const { values, positionals } = parse(own);
  const [verb, ...targets] = positionals;
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  if (verb !== "run" && verb !== "serve") {
    throw new MockError(`${verb === undefined ? "It needs a command" : `There is no command "${verb}"`}.\n\n${HELP}`);
  }
  const example = verb === "run" ? "x-mock run @x/pagecall -- npm test" : "x-mock serve @x/pagecall";
  if (!targets.length) throw new MockError(`${verb} needs the name of a package: ${example}`);
  if (verb === "serve") {
    if (split >= 0) throw new MockError("serve runs no command: leave out what is after --, or use run.");
    await serve(targets, portOf(values.port));
    return 0;
  }
  if (values.port !== undefined) throw new MockError("--port is for serve; run takes free ports.");
  if (!command.length) throw new MockError(`run needs a command after --: ${example}`);
  return await run(targets, command);
}

function parse(args: readonly string[]) {
  const options = { port: { type: "string" }, help: { type: "boolean", short: "h" } } as const;
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (thrown) {
    // Node's message goes on to explain how to escape a leading dash.
    throw new MockError(`${(thrown as Error).message.split(". ")[0]} (known: --port, for serve; --help).`);
  }
}

function portOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= 65_535) return port;
  throw new MockError(`--port ${text} is no port: give a number from 1 to 65535.`);
}
