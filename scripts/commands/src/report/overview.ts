import { html, type Html } from "./html.ts";
import { mark, missing, table } from "./parts.ts";
import type { Reports } from "./read-reports.ts";

/** The vendors at a glance: a row each. */
export function overview({ sources, coverage, drift }: Reports): Html {
  const rows = Object.entries(sources).map(([vendor, { operations, retrieved }]) => {
    const covered = coverage.find((one) => one.vendor === vendor);
    const live = drift?.reports.find((one) => one.vendor === vendor);
    return [
      vendor,
      String(operations.length),
      retrieved,
      covered ? `${covered.exercised} of ${covered.documented}` : "not measured",
      live ? driftWords(live) : "not measured",
    ];
  });
  const head = ["vendor", "operations", "document of", "responses exercised", "live API"];
  return table("What there is of each vendor, and how it stands", head, rows);
}

type DriftReport = NonNullable<Reports["drift"]>["reports"][number];

/** Kinds of finding that say nothing of the API itself. */
const UNTOLD = new Set(["failed", "not authorised", "not called"]);

function driftWords({ skipped, called, findings }: DriftReport): string {
  if (skipped !== undefined) return "not called";
  if (findings.some(({ kind }) => !UNTOLD.has(kind))) return "differs from its document";
  if (findings.some(({ kind }) => kind === "failed" || kind === "not authorised")) return "no usable response";
  return called.length ? "agrees with its document" : "not called";
}

/** What the live APIs do that their documents don't say. */
export function driftPart({ drift }: Reports): Html {
  if (!drift) return missing("pnpm drift");
  const rows = drift.reports.flatMap(({ vendor, skipped, findings }) =>
    skipped === undefined
      ? findings.map(({ operation, kind, detail }) => [`${vendor}: ${operation}`, kind, detail])
      : [[vendor, "not called", skipped]],
  );
  const called = drift.reports.map(
    (one) =>
      html`<li>
        ${one.vendor}: ${one.called.length} of ${one.readOnly} read-only operations called; ${driftWords(one)}
      </li> `,
  );
  return html`<p>Measured on ${drift.date}.</p>
    <ul>
      ${called}
    </ul>
    ${rows.length ? table("What was found", ["operation", "finding", "detail"], rows) : html``}`;
}

/** Documents of others that were tried. */
export function triedPart({ tried }: Reports): Html {
  if (!tried) return missing("pnpm specs check SOURCE…");
  return table(
    "Each document, as it is: what is made of it, whether that compiles, and its contract tests",
    ["document", "operations", "generated", "compiles", "contract tests"],
    tried.map(({ source, operations, generated, typecheck, contract }) => [
      source,
      String(operations),
      String(generated),
      mark(typecheck === true || typecheck === "passed" ? "passed" : "failed"),
      contract ? `${contract.passed} passed, ${contract.failed} failed` : "–",
    ]),
  );
}

/** The last changes of each document, as git knows them. */
export function changesPart({ changes }: Reports): Html {
  const rows = changes.flatMap(({ vendor, commits }) =>
    commits.map(({ date, verdict, subject }) => [vendor, date, verdict, subject]),
  );
  if (!rows.length) return html`<p>Not known: there is no git history here.</p>`;
  return table(
    "Newest first: when, what it does to deployed clients, and the commit",
    ["vendor", "date", "on the wire", "commit"],
    rows,
  );
}
