import { join } from "node:path";
import { drift, type DriftReport } from "./drift.ts";
import { describe, exitCodeOf } from "./verdict.ts";
import { parseArguments } from "../terminal/arguments.ts";
import { transaction } from "../transaction/transaction.ts";
import { root } from "../workspace/files.ts";
import { Problem } from "@x/openapi";
import { dim } from "../terminal/style.ts";
import { checkVendors } from "@x/generator";
import { say } from "../terminal/say.ts";

const HELP = `Usage: pnpm drift [VENDOR…] [--parameter NAME=VALUE]… [--wrong-types] [--base-url URL]

Calls the read-only operations of the live API through the SDK, with Prism in between, and reports where the API and its
document differ. What it gets is asked again without the key and with made-up ids, to see errors too. The key is taken from
the vendor's environment variable. The report goes to reports/drift.json as well.

Exits with 0 when what was called agrees, 1 when something differs, 2 when nothing was called of a vendor (no key, no
parameters), 3 when a call told nothing (the key was not accepted, no response, no success). 1 as well on a wrong argument:
there is no report then.

  --parameter    a value for the parameters of that name; more of them in DRIFT_PARAMETERS, parted by spaces
  --wrong-types  sends a parameter of a wrong type as well
  --base-url     of the API, for one vendor (default: its spec's first server)
`;

/** `pnpm drift`. */
export async function driftCommand(): Promise<void> {
  const { values, positionals } = parseArguments(process.argv.slice(2), {
    parameter: { type: "string", multiple: true },
    "wrong-types": { type: "boolean" },
    "base-url": { type: "string" },
    help: { type: "boolean", short: "h" },
  });
  if (values.help) return void say(HELP);
  const vendors = checkVendors(root, positionals);
  const { "base-url": baseUrl, "wrong-types": wrongTypes } = values;
  if (baseUrl !== undefined && vendors.length !== 1)
    throw new Problem("--base-url applies to one vendor: name the vendor.");
  const given = [...(process.env["DRIFT_PARAMETERS"] ?? "").split(/\s+/), ...(values.parameter ?? [])].filter(Boolean);
  const record = join(root, "reports/drift.json");
  process.exitCode = await transaction(root, "drift", async (commit) => {
    // What an earlier run left must not be taken for this one's.
    await commit(new Map([[record, undefined]]));
    const parameters = parametersOf(given);
    const reports: DriftReport[] = [];
    for (const vendor of vendors) {
      say(dim(`${vendor}: calling the live API…\n`));
      const report = await drift({ root, vendor, parameters, baseUrl, wrongTypes });
      reports.push(report);
      say(describe(report));
    }
    await commit(new Map([[record, `${JSON.stringify(reports, undefined, 2)}\n`]]));
    return exitCodeOf(reports);
  });
}

function parametersOf(pairs: readonly string[]): Map<string, string> {
  return new Map(
    pairs.map((pair) => {
      const at = pair.indexOf("=");
      if (at < 1) throw new Problem(`--parameter takes NAME=VALUE, not ${JSON.stringify(pair)}.`);
      return [pair.slice(0, at), pair.slice(at + 1)];
    }),
  );
}
