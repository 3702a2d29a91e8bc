import type { SchemeDefinition } from "@x/client";
import { markdownCode, markdownText } from "@x/openapi";
import type { Generated } from "../generate-files.ts";
import type { Names } from "../package/names.ts";
import { table } from "./table.ts";

const START = "<!-- generated: written by `pnpm generate`, do not edit -->\n<!-- prettier-ignore-start -->";
const END = "<!-- prettier-ignore-end -->\n<!-- end of generated -->";
/** Rows and names that a README lists; a longer list stands in API.md alone. */
const MOST = 60;

/** What a README says of the document: operations, models, servers, credentials, and what is left out. */
export function readmePart(generated: Generated, models: readonly string[], packed: boolean): string {
  const { operations, skipped } = generated;
  const count = (number: number, word: string): string => `${number} ${word}${number === 1 ? "" : "s"}`;
  const rows = operations.map(({ name, label, operation }) => {
    const about = typeof operation["summary"] === "string" ? markdownText(operation["summary"]) : "";
    return [markdownCode(name), markdownCode(label), about];
  });
  const listed = models.slice(0, MOST).map(markdownCode).join(", ");
  const more = models.length > MOST ? `, and ${models.length - MOST} more` : "";
  return [
    START,
    "## Operations",
    `${count(operations.length, "operation")}; inputs, results and errors of each, field by field: [API.md](API.md)${packed ? "" : ", which is in the repository alone: it is larger than a megabyte"}.`,
    table(["method", "request", "description"], rows.slice(0, MOST)),
    ...(rows.length > MOST ? [`And ${rows.length - MOST} more: [all of them](API.md#operations).`] : []),
    `Types: ${models.length ? `${listed}${more}; and of` : "of"} each operation \`…Input\`, \`…Output\` and \`…Error\`.`,
    serverWords(generated),
    credentialWords(generated),
    ...(skipped.length
      ? [
          "The document has these as well, and the package no method for them:",
          table(
            ["left out", "why"],
            skipped.map(({ operation, why }) => [markdownCode(operation), markdownText(why)]),
          ),
        ]
      : ["Nothing of the document is left out."]),
    END,
  ].join("\n\n");
}

function serverWords({ servers }: Generated): string {
  const others = servers.choice
    .slice(1)
    .map((server) => markdownCode(typeof server === "string" ? server : server.url));
  const beside = others.length ? ` The option \`server\` has others: ${others.join(", ")}.` : "";
  return `Server: ${markdownCode(servers.baseUrl)}.${beside}`;
}

function credentialWords({ operations, schemes }: Generated): string {
  const { definitions, primary } = schemes;
  if (!definitions.size) return "Credentials: none; `headers.authorization` is yours.";
  const open = operations.filter(({ security }) => security.length === 0).length;
  const beside = open ? `; ${open} of the operations need none` : "";
  const sent = [...definitions].map(([name, scheme]) => {
    const option = name === primary ? "`apiKey`" : `\`credentials\` ${markdownCode(name)}`;
    return `${option}, sent as ${schemeWords(scheme)}`;
  });
  return `Credentials: ${sent.join("; ")}${beside}.`;
}

function schemeWords(scheme: SchemeDefinition): string {
  if (scheme === "bearer") return "`authorization: Bearer …`";
  if (scheme === "basic") return "`authorization: Basic …`, of `{ username, password }`";
  return `the ${scheme.in === "query" ? "query parameter" : scheme.in} ${markdownCode(scheme.name)}`;
}

/**
 * A README with its part between the marks replaced. One without marks stays as it is.
 *
 * @returns the text, unchanged where it is up to date
 */
export function withReadmePart(readme: string, part: string): string {
  const start = readme.indexOf(START);
  const end = readme.indexOf(END);
  if (start === -1 || end < start) return readme;
  return readme.slice(0, start) + part + readme.slice(end + END.length);
}

/** The repository's README with the number of a vendor's operations behind its mark; a new vendor gets a row, the last. */
export function withCount(readme: string, { kebab, title }: Names, operations: number): string {
  const mark = (name: string): string => `<!-- operations of ${name} -->`;
  if (readme.includes(mark(kebab)))
    return readme.replaceAll(new RegExp(`${mark(kebab)}\\d+`, "g"), `${mark(kebab)}${operations}`);
  const last = readme.split("\n").findLast((line) => line.includes("<!-- operations of "));
  if (last === undefined) return readme;
  const link = `packages/${kebab}`;
  const row = `| [\`@x/${kebab}\`](${link}) | ${title} API | ${mark(kebab)}${operations}: [which](${link}#operations) |`;
  return readme.replace(last, () => `${last}\n${row}`);
}

/** The repository's README without a vendor's row. */
export function withoutRow(readme: string, vendor: string): string {
  const lines = readme.split("\n");
  return lines.filter((line) => !line.includes(`<!-- operations of ${vendor} -->`)).join("\n");
}
