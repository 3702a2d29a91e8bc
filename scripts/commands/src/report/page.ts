import { html, type Html } from "./html.ts";
import type { BenchTable, Checks, Coverage, MutatedVendor, Reports, Source } from "./read-reports.ts";
import { changesPart, driftPart, overview, triedPart } from "./overview.ts";
import { mark, missing, table, tick, unique } from "./parts.ts";
import { style } from "./style.ts";

/** The report as one page that needs nothing else: no script, no font, no network. */
export function page(reports: Reports, date: string): string {
  const { coverage, mutants, runtimes, packages, bench, sources } = reports;
  // What somebody who decides asks first comes first; what proves it, last.
  const parts: [id: string, title: string, body: Html][] = [
    ["vendors", "Vendors", overview(reports)],
    ["changes", "Changes of the documents", changesPart(reports)],
    ["drift", "Live APIs beside their documents", driftPart(reports)],
    ["bench", "Beside its peers", bench ? benchPart(bench) : missing("pnpm bench")],
    ["runtimes", "Runtimes", runtimes ? checkTable(runtimes, "Scenario by runtime") : missing("pnpm test:runtimes")],
    [
      "coverage",
      "Operations and responses",
      coverage.length ? html`${coverage.map(coverageTable)}` : missing("npm test"),
    ],
    ["mutants", "Mutated specs", mutants ? html`${mutants.map(mutantTable)}` : missing("pnpm contract:mutate")],
    ["packages", "Packages as users get them", packages ? packageTable(packages) : missing("pnpm test:packages")],
    ["tried", "Documents of others", triedPart(reports)],
    ["specs", "Where the specs come from", html`${Object.entries(sources).map(provenance)}`],
  ];
  return html`<!doctype html>
    <html lang="en">
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>How the SDKs are proven</title>
      <style>
        ${style}
      </style>
      <a class="skip" href="#main">Skip to the report</a>
      <header>
        <h1>How the SDKs are proven</h1>
        <p>
          Typed SDKs for Telnyx Video and Pagecall. Made on ${date} by <code>pnpm report</code> from what was measured.
        </p>
        <dl class="cards">${cards(reports)}</dl>
        <nav aria-label="Parts">${parts.map(([id, title]) => html`<a href="#${id}">${title}</a> `)}</nav>
      </header>
      <main id="main">
        ${parts.map(
          ([id, title, body]) =>
            html`<section aria-labelledby="${id}">
              <h2 id="${id}">${title}</h2>
              ${body}
            </section> `,
        )}
      </main>
    </html> `.text;
}

function cards({ coverage, mutants = [], runtimes, clientMutants, packages }: Reports): Html[] {
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
  const card = (title: string, got: number, of: number): Html =>
    html`<div>
      <dt>${title}</dt>
      <dd class="${got === of ? "good" : "bad"}">${got} of ${of}</dd>
    </div>`;
  return [
    card("responses exercised", sum(coverage.map((one) => one.exercised)), sum(coverage.map((one) => one.documented))),
    ...(mutants.length
      ? [card("mutated specs caught", sum(mutants.map((one) => one.caught)), sum(mutants.map((one) => one.breaking)))]
      : []),
    ...(clientMutants ? [card("client mutants caught", clientMutants.caught, clientMutants.mutations)] : []),
    ...(runtimes ? [card("runtime checks passed", runtimes.passed, runtimes.passed + runtimes.failed)] : []),
    ...(packages ? [card("package checks passed", packages.passed, packages.passed + packages.failed)] : []),
  ];
}

function coverageTable({ vendor, pairs }: Coverage): Html {
  const layers = unique(pairs.flatMap((pair) => pair.layers));
  return table(
    `${vendor}: each documented response, and the layers that exercise it`,
    ["operation", "response", ...layers],
    pairs.map(({ operation, response, layers: used }) => [
      operation,
      response,
      ...layers.map((layer) => tick(used.includes(layer))),
    ]),
  );
}

function mutantTable({ vendor, openapi, caught, breaking, mutants }: MutatedVendor): Html {
  const layers = unique(mutants.flatMap(({ caughtBy }) => Object.keys(caughtBy)));
  const rows = mutants.filter(({ direction }) => direction !== "harmless");
  const harmless = mutants.length - rows.length;
  return html`<details>
    <summary>${vendor} (OpenAPI ${openapi}): ${caught} of ${breaking} breaking changes caught</summary>
    ${table(
      `${vendor}: what each layer of tests catches`,
      ["the vendor changes", "direction", ...layers],
      rows.map(({ name, direction, caughtBy }) => [name, direction, ...layers.map((layer) => tick(layer in caughtBy))]),
    )}
    <p>${harmless} harmless changes were tried as well: a layer that failed on one would show in the run.</p>
  </details>`;
}

function checkTable({ results }: Checks, caption: string): Html {
  const checks = unique(results.map(({ check }) => check));
  const subjects = unique(results.map(({ subject }) => subject));
  return table(
    caption,
    ["", ...checks],
    subjects.map((subject) => [
      subject,
      ...checks.map((check) => {
        const found = results.find((result) => result.check === check && result.subject === subject);
        return found ? mark(found.outcome) : "";
      }),
    ]),
  );
}

/** The checks of packages are tried on many different things: a row each, with what it was tried on. */
function packageTable({ results }: Checks): Html {
  const rows = unique(results.map(({ check }) => check)).map((check) => {
    const tried = results.filter((result) => result.check === check);
    const passed = tried.every(({ outcome }) => outcome === "passed");
    return [check, tried.map(({ subject }) => subject).join(", "), mark(passed ? "passed" : "failed")];
  });
  return table("Each check, and what it was tried on", ["check", "on", ""], rows);
}

function benchPart({ date, machine, tables }: NonNullable<Reports["bench"]>): Html {
  return html`<p>Measured on ${date}: ${machine}.</p>
    ${tables.map(benchTable)}`;
}

function benchTable({ title, how, unit, goal, rows }: BenchTable): Html {
  const most = Math.max(...rows.map(({ value }) => value));
  return html`<h3>${title}</h3>
    <p>${how} Goal: ${goal}.</p>
    <div class="scroll" tabindex="0" role="region" aria-label="${title}">
      <table class="bars">
        <thead>
          <tr>
            <th scope="col">what</th>
            <th scope="col">${unit}</th>
            <th scope="col">ratio</th>
            <td></td>
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ({ name, value, ratio, note }) =>
              html`<tr${html` ${name.includes("@x/") || name === "ours" ? html`class="ours"` : ""}`}>
<th scope="row">${name}</th><td class="number">${value.toLocaleString("en-US", { maximumFractionDigits: value < 100 ? 2 : 0 })}</td>
<td class="number">${ratio?.toFixed(2)}</td><td class="bar"><meter min="0" max="${most}" value="${value}" aria-hidden="true"></meter> ${note}</td></tr>`,
          )}
        </tbody>
      </table>
    </div>`;
}

function provenance([vendor, { sources, retrieved, sha256, operations, history }]: [string, Source]): Html {
  return html`<h3>${vendor}</h3>
    <dl class="facts">
      <div>
        <dt>retrieved</dt>
        <dd>${retrieved}</dd>
      </div>
      <div>
        <dt>from</dt>
        <dd>${sources.map(({ from }) => html`<code>${from}</code> `)}</dd>
      </div>
      <div>
        <dt>operations</dt>
        <dd>${operations.length}</dd>
      </div>
      <div>
        <dt>sha256</dt>
        <dd><code>${sha256.canonical}</code></dd>
      </div>
      <div>
        <dt>contents seen so far</dt>
        <dd>${history.length}</dd>
      </div>
    </dl>`;
}
