import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { json } from "node:stream/consumers";
import { expect, test } from "vitest";
import { startChromium } from "../tarballs/runtimes/chromium.ts";
import { listen } from "../tarballs/runtimes/listen.ts";
import { toolFile } from "../tarballs/tools.ts";
import { root } from "../workspace/files.ts";
import { page } from "./page.ts";
import { readReports } from "./read-reports.ts";

interface Seen {
  readonly scheme: string;
  readonly width: number;
  /** Pixels that the page is wider than its window. */
  readonly over: number;
  readonly violations: readonly string[];
}

/** Shows the report in frames of a phone and of a desk, light and dark, and asks axe about each. */
const LOOKER = `<!doctype html><meta charset="utf-8"><title>Looker</title><link rel="icon" href="data:,"><body><script type="module">
const seen = [];
for (const width of [360, 1200]) for (const scheme of ["light", "dark"]) {
  const frame = document.createElement("iframe");
  frame.width = width; frame.height = 900; frame.src = "/report";
  const loaded = new Promise((resolve) => frame.addEventListener("load", resolve));
  document.body.append(frame);
  await loaded;
  const { document: inner } = frame.contentWindow;
  inner.documentElement.style.colorScheme = scheme;
  for (const details of inner.querySelectorAll("details")) details.open = true;
  const script = inner.createElement("script");
  script.textContent = await (await fetch("/axe.js")).text();
  inner.head.append(script);
  const { violations } = await frame.contentWindow.axe.run(inner);
  const told = violations.map(({ id, nodes }) => id + ": " + nodes.map(({ html }) => html.slice(0, 120)).slice(0, 3).join(" | "));
  seen.push({ scheme, width, over: inner.documentElement.scrollWidth - width, violations: told });
  frame.remove();
}
await fetch("/seen", { method: "POST", body: JSON.stringify(seen) });
</script>`;

const checks = {
  passed: 1,
  failed: 1,
  results: [
    { check: "typed response", subject: "Node 26", outcome: "passed", detail: "" },
    { check: "time-out", subject: "Chromium", outcome: "failed", detail: "" },
  ],
};

test("in Chromium the report has no fault that axe knows and fits a phone, in light and in dark", async () => {
  const measured = await readReports(root);
  const text = page(
    {
      ...measured,
      // Parts that this machine has not measured.
      runtimes: measured.runtimes ?? checks,
      packages: measured.packages ?? checks,
      drift: measured.drift ?? {
        date: "2026-11-26",
        reports: [
          { vendor: "pagecall", operations: 1, readOnly: 1, called: [], probed: [], findings: [], skipped: "no key" },
        ],
      },
      tried: [
        { source: "acme.yaml", operations: 2, generated: 1, typecheck: true, contract: { passed: 9, failed: 1 } },
      ],
    },
    "2026-11-26",
  );
  const axe = readFileSync(await toolFile("axe-core", "axe-core/axe.min.js"), "utf8");
  const { promise, resolve, reject } = Promise.withResolvers<readonly Seen[]>();
  const server = createServer((request, response) => {
    if (request.method === "POST") void json(request).then((seen) => resolve(seen as Seen[]), reject);
    const found = { "/": LOOKER, "/report": text, "/axe.js": axe }[request.url ?? ""];
    response.writeHead(200, { "content-type": request.url === "/axe.js" ? "text/javascript" : "text/html" }).end(found);
  });
  await using listening = await listen(server);
  await using chromium = await startChromium(listening.url);
  const seen = await Promise.race([promise, chromium.ended]);
  expect(seen.map(({ width, scheme }) => `${width} ${scheme}`)).toEqual([
    "360 light",
    "360 dark",
    "1200 light",
    "1200 dark",
  ]);
  for (const { over, violations } of seen)
    expect({ over: Math.max(over, 0), violations }).toEqual({ over: 0, violations: [] });
});
