import { Problem } from "@x/openapi";

/** An OpenAPI fence of a documentation page: the operation its info string names, and the text inside. */
export interface Fence {
  readonly method: string;
  readonly path: string;
  readonly text: string;
}

export interface Link {
  readonly title: string;
  readonly target: string;
}

export interface Markdown {
  readonly fences: Fence[];
  readonly links: Link[];
}

// Pages are foreign text of any length: each expression here takes a time in proportion to its line.
const OPENING = /^ {0,3}(`{3,}|~{3,})([^]*)$/;
const METHOD = /^(?:get|put|post|delete|options|head|patch|trace)$/i;
const LIST_LINK = /^\s{0,3}[-*+]\s+\[((?:[^\]\\]|\\.)*)\]\(\s*<?([^)>\s]+)(?:[>\s][^)]*)?\)/;
const OPENAPI_HEADING = /^#{1,6}\s+OpenAPI\s*$/i;

/**
 * What we use of a Markdown page: its OpenAPI fences (four backticks or more) and the links of its lists. Fences nested
 * in other code are text.
 *
 * @throws {Problem} when the page ends inside an OpenAPI fence, or right after the heading of one: it is truncated
 */
export function readMarkdown(text: string, source: string): Markdown {
  const fences: Fence[] = [];
  const links: Link[] = [];
  let open: { marker: string; operation: Omit<Fence, "text"> | undefined; lines: string[] } | undefined;
  let announced = false;
  for (const line of text.split("\n")) {
    if (open !== undefined) {
      if (!closes(line, open.marker)) {
        open.lines.push(line);
        continue;
      }
      if (open.operation !== undefined) fences.push({ ...open.operation, text: `${open.lines.join("\n")}\n` });
      open = undefined;
      continue;
    }
    const [, marker, info = ""] = OPENING.exec(line) ?? [];
    if (marker !== undefined) {
      open = { marker, operation: /^`{4}/.test(marker) ? operationOf(info) : undefined, lines: [] };
      announced = false;
      continue;
    }
    const [, title, target] = LIST_LINK.exec(line) ?? [];
    if (title !== undefined && target !== undefined) links.push({ title, target });
    if (OPENAPI_HEADING.test(line)) announced = true;
    else if (line.trim() !== "") announced = false;
  }
  if (announced || open?.operation !== undefined) {
    throw new Problem(`${source} is truncated: its OpenAPI fence ${announced ? "is missing" : "is not closed"}.`);
  }
  return { fences, links };
}

/** What `yaml [URL] METHOD /path` names, in any case; more words may follow. */
function operationOf(info: string): Omit<Fence, "text"> | undefined {
  const [language = "", ...words] = info.trim().split(/\s+/);
  if (!/^ya?ml$/i.test(language)) return undefined;
  if (words[0]?.includes("://")) words.shift();
  const [method = "", path = ""] = words;
  return METHOD.test(method) && path.startsWith("/") ? { method: method.toUpperCase(), path } : undefined;
}

function closes(line: string, marker: string): boolean {
  const found = /^ {0,3}(`+|~+)\s*$/.exec(line)?.[1];
  return found !== undefined && found[0] === marker[0] && found.length >= marker.length;
}
