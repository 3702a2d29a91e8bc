import { isObject, markdownCode, markdownText } from "@x/openapi";
import type { Generated } from "../generate-files.ts";
import { serverUrl } from "../operations/base-url.ts";
import { table } from "./table.ts";

const START = "<!-- generated: written by `pnpm generate`, do not edit -->\n<!-- prettier-ignore-start -->";
const END = "<!-- prettier-ignore-end -->\n<!-- end of generated -->";
/** Rows and names that a README lists; a longer list stands in API.md alone. */
const MOST = 60;

/** What a README says of the document: operations, models, servers, credentials, and what is left out. */
export function readmePart({ inlined, operations, skipped }: Generated, models: readonly string[]): string {
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
    `${count(operations.length, "operation")}; inputs, results and errors of each, field by field: [API.md](API.md).`,
    table(["method", "request", "description"], rows.slice(0, MOST)),
    ...(rows.length > MOST ? [`And ${rows.length - MOST} more: [all of them](API.md#operations).`] : []),
    `Types: ${models.length ? `${listed}${more}; and of` : "of"} each operation \`…Input\`, \`…Output\` and \`…Error\`.`,
    serverWords(inlined),
    credentialWords(operations),
    ...(skipped.length
      ? [
          "The document has these as well, and the package no method for them:",
          table(
            ["left out", "why"],
            skipped.slice(0, MOST).map(({ operation, why }) => [markdownCode(operation), markdownText(why)]),
          ),
        ]
      : ["Nothing of the document is left out."]),
    END,
  ].join("\n\n");
}

function serverWords(document: Generated["inlined"]): string {
  const servers = Array.isArray(document["servers"]) ? document["servers"].filter(isObject) : [];
  const [first, ...others] = servers.map((server) => markdownCode(serverUrl([server]) ?? ""));
  const beside = others.length ? ` The document has others, for \`baseUrl\`: ${others.join(", ")}.` : "";
  return `Server: ${first}.${beside}`;
}

function credentialWords(operations: Generated["operations"]): string {
  const open = operations.filter(({ security }) => security === undefined).length;
  const schemes = new Set(operations.flatMap(({ security }) => (typeof security === "string" ? [security] : [])));
  const sent = [...schemes].map((scheme) =>
    scheme === "bearer" ? "`authorization: Bearer …`" : `the header ${markdownCode(scheme)}`,
  );
  if (!sent.length) return "Credentials: none.";
  return `Credentials: \`apiKey\`, sent as ${sent.join(" or ")}${open ? `; ${open} of the operations need none` : ""}.`;
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

/** The repository's README with the number of a vendor's operations behind its mark. */
export function withCount(readme: string, vendor: string, operations: number): string {
  const mark = `<!-- operations of ${vendor} -->`;
  return readme.replaceAll(new RegExp(`${mark}\\d+`, "g"), `${mark}${operations}`);
}
