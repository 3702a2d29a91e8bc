import { relative } from "node:path";
import { parseArguments } from "../terminal/arguments.ts";
import { count } from "../terminal/count.ts";
import { reportStep } from "../supervision/inside.ts";
import { settle, SPECS, transaction } from "../transaction/transaction.ts";
import { root } from "../workspace/files.ts";
import { Problem } from "@x/openapi";
import { showProgress } from "../terminal/progress.ts";
import { vendorNames } from "@x/generator";
import { pull, revertWords, type PullResult, summaryOf } from "@x/sources";
import { say, warn } from "../terminal/say.ts";

const HELP = `Usage: pnpm specs pull <vendor> [--from SOURCE]… [--only PATH_PREFIX]… [--base-url URL] [--complete] [--dry-run] [--accept]

Rewrites specs/<vendor>.yaml from the vendor's documents, and its entry in specs/sources.json.

  --from SOURCE   a file, folder or URL: a documentation page (Markdown with an OpenAPI fence), an llms.txt index,
                  or an OpenAPI 3 document in YAML or JSON, of one file or of many. Default: the sources of specs/sources.json
  --only FILTER   only the paths that begin so (/room), or one operation ("GET /rooms/{room_id}")
  --base-url URL  where the API is, for a document that does not say it; specs/sources.json remembers it
  --complete      the sources tell the whole: operations that they do not mention go
  --dry-run       say what would change, and change nothing
  --accept        apply a content that was there before (vendors flip back and forth)
  --today DAY     the day to record, as YYYY-MM-DD (default: today, in UTC)
`;

/**
 * `pnpm specs pull`.
 *
 * @throws {Problem} on bad arguments or sources; nothing is changed then
 */
export async function pullCommand(args: string[]): Promise<void> {
  const { values, positionals } = parseArguments(args, {
    from: { type: "string", multiple: true },
    only: { type: "string", multiple: true },
    "base-url": { type: "string" },
    complete: { type: "boolean" },
    "dry-run": { type: "boolean" },
    accept: { type: "boolean" },
    today: { type: "string" },
    help: { type: "boolean", short: "h" },
  });
  if (values.help === true) {
    say(HELP);
    return;
  }
  const [vendor, ...rest] = positionals;
  if (vendor === undefined || rest.length > 0) {
    const fault = vendor === undefined ? "The vendor is missing" : `Unexpected argument "${rest[0]}"`;
    throw new Problem(`${fault}. Name one vendor: ${vendorNames(root).join(", ")}.\n\n${HELP}`);
  }
  const { from, only, complete, accept } = values;
  reportStep(`pull ${vendor}`);
  // What a person types starts from where they stand; what is recorded, from the repository.
  const base = from === undefined ? root : process.cwd();
  const options = { vendor, root, base, from, only, baseUrl: values["base-url"], complete, accept };
  const pulling = { ...options, today: values.today, note, progress: showProgress(process.stderr) };
  if (values["dry-run"] === true) {
    await settle(root, SPECS);
    return say(`${report(vendor, await pull(pulling), true)}\n`);
  }
  const result = await transaction(root, SPECS, async (commit) => {
    const pulled = await pull(pulling);
    await commit(pulled.files);
    return pulled;
  });
  say(`${report(vendor, result, false)}\n`);
}

function note(line: string): void {
  warn(`! ${line}\n`);
}

function report(vendor: string, result: PullResult, dryRun: boolean): string {
  const { outcome, before, after, operations, sources, files } = result;
  const file = `specs/${vendor}.yaml`;
  const read = `${count(operations.length, "operation")}; ${count(new Set(sources).size, "document")} read`;
  const back = result.revert === undefined ? "" : `, ${revertWords(result.revert)}`;
  if (outcome === "seen") return `${file}: unchanged${back}. Use --accept to apply it.`;
  const written = [...files.keys()].map((path) => relative(root, path)).join(" and ");
  const tail = dryRun && written !== "" ? ` Dry run: ${written} would be written.` : "";
  if (outcome === "unchanged") return `${file}: unchanged (${read}).${tail}`;
  const summary = before === undefined ? [] : summaryOf(before, after);
  return [`${file}: ${before === undefined ? "new" : `changed${back}`} (${read}).${tail}`, ...summary].join("\n  ");
}
