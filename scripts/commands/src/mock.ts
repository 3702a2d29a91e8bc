import { join } from "node:path";
import { sampleRequest } from "@x/contract";
import { MockError, startMock, type Mock } from "@x/mock";
import { parseArguments } from "./terminal/arguments.ts";
import { root } from "./workspace/files.ts";
import { Problem } from "@x/openapi";
import { runCommand } from "./terminal/run-command.ts";
import { checkVendors } from "@x/generator";
import { say } from "./terminal/say.ts";

const HELP = `Usage: pnpm mock [vendor …] [--port <first port>]

Starts a Prism mock server for each spec in specs/ and keeps them running until Ctrl-C.

  --port   port of the first mock, the others follow (default: free ones)
`;

await runCommand(async () => {
  const { values, positionals } = parseArguments(process.argv.slice(2), {
    port: { type: "string" },
    help: { type: "boolean", short: "h" },
  });
  if (values.help) {
    say(HELP);
    return;
  }
  const vendors = checkVendors(root, positionals);
  const first = checkPort(values.port, vendors.length);
  const stopped = new Promise<undefined>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve(undefined));
  });
  await using mocks = new AsyncDisposableStack();
  try {
    const running: Mock[] = [];
    for (const [index, vendor] of vendors.entries()) {
      const specPath = join(root, "specs", `${vendor}.yaml`);
      const mock = await startMock(specPath, { port: first && first + index });
      running.push(mocks.use(mock));
      say(describe(vendor, specPath, mock));
    }
    say("\nCtrl-C ends them.\n");
    const reason = await Promise.race([stopped, ...running.map(({ died }) => died)]);
    if (reason) throw reason;
  } catch (thrown) {
    throw thrown instanceof MockError ? new Problem(thrown.message) : thrown;
  }
});

function describe(vendor: string, specPath: string, { url }: Mock): string {
  const words = vendor.split("-").map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  const sample = sampleRequest(specPath, url);
  const lines = [`\n${vendor}: ${url}`];
  if (sample) lines.push(`  ${sample}`);
  lines.push(`  create${words.join("")}({ apiKey: "test", baseUrl: "${url}" })`);
  return `${lines.join("\n")}\n`;
}

/** @throws {Problem} when it is no port, or the ports after it run out */
function checkPort(text: string | undefined, count: number): number | undefined {
  if (text === undefined) return undefined;
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port + count - 1 <= 65_535) return port;
  throw new Problem(
    `--port ${text} is not a first port for ${count} mock servers. Give a whole number from 1 to ${65_536 - count}.`,
  );
}
