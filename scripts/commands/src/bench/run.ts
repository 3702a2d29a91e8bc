import { mkdirSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { startLoopback } from "./loopback.ts";
import { measurements, type Effort } from "./measurements.ts";
import { bundleHeyApi, generateHeyApi, installOurs, installPeers, readSpec } from "./peers.ts";
import { render, type Table } from "./table.ts";

const HELP = `Usage: pnpm bench [--quick]

Measures the client beside its peers in about ten minutes, and writes RESULTS.md and reports/bench.json.

  --quick  only to see that all of it runs: nothing is written
`;

const { quick: isQuick = false, help = false } = options();
if (help) {
  process.stdout.write(HELP);
  process.exit();
}
const effort: Effort = isQuick
  ? { rounds: 3, warmUpCalls: 500, socketCalls: 500, operationCounts: [10] }
  : { rounds: 40, warmUpCalls: 40_000, socketCalls: 5_000, operationCounts: [10, 100, 1_000] };

const peers = await installPeers();
const ours = await installOurs(peers);
const heyApi = await bundleHeyApi(await generateHeyApi(peers, readSpec("telnyx-video")));
const server = await startLoopback();
const tables: Table[] = [];
try {
  for (const [index, measure] of measurements.entries()) {
    process.stderr.write(`${index + 1} of ${measurements.length}: ${measure.name} …\n`);
    for (const table of await measure({ peers, ours, heyApi }, effort, server)) {
      tables.push(table);
      console.log(render(table));
    }
  }
} finally {
  server.stop();
}
if (!isQuick) write();

function options(): { quick?: boolean | undefined; help?: boolean | undefined } {
  try {
    return parseArgs({ options: { quick: { type: "boolean" }, help: { type: "boolean", short: "h" } } }).values;
  } catch (thrown) {
    process.stderr.write(`\n✗ ${(thrown as Error).message.split(". ")[0]}. See --help.\n`);
    process.exit(1);
  }
}

function write(): void {
  const date = new Date().toISOString().slice(0, 10);
  const machine = `Node ${process.versions.node}, ${process.platform} ${process.arch}, ${availableParallelism()} CPUs`;
  const intro = `# Results of \`pnpm bench\`\n\nMeasured on ${date}: ${machine}. Medians of interleaved rounds; a process a peer.\n`;
  writeFileSync(new URL("./RESULTS.md", import.meta.url), [intro, ...tables.map(render)].join("\n"));
  const reports = fileURLToPath(new URL("../../../../reports/", import.meta.url));
  mkdirSync(reports, { recursive: true });
  writeFileSync(`${reports}bench.json`, `${JSON.stringify({ date, machine, tables }, null, 2)}\n`);
}
