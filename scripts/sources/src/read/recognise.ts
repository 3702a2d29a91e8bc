import { Problem } from "@x/openapi";
import { readMarkdown } from "../pages/markdown.ts";
import type { Fence, Link } from "../pages/markdown.ts";

export type Content =
  | { readonly kind: "document" }
  | { readonly kind: "page"; readonly fences: Fence[] }
  | { readonly kind: "index"; readonly links: Link[] }
  | { readonly kind: "prose" };

const FRONT_MATTER = /^---\n[\s\S]*?\n---\n/;
const FIRST_FENCE = /^ {0,3}(?:`{3}|~{3})/m;
const VERSION_KEY = /^(["']?)(?:openapi|swagger)\1[ \t]*:/m;

/** Whether a text of YAML or JSON is a document, and no part of one. */
export function isDocument(text: string): boolean {
  return VERSION_KEY.test(text) || /^\s*\{[^]{0,1000}?"(?:openapi|swagger)"\s*:/.test(text);
}

/**
 * Says by its content alone what a text is: an OpenAPI document in YAML or JSON, a documentation page with OpenAPI
 * fences, an index of such pages, or prose with neither.
 *
 * @throws {Problem} on HTML, and on a truncated page
 */
export function recognise(text: string, source: string): Content {
  const start = text.trimStart();
  if (/^(?:<!--[\s\S]*?-->\s*)?<(?:!doctype\s+html|html|head|body)\b/i.test(start)) {
    throw new Problem(
      `${source} is HTML, not Markdown or OpenAPI. Documentation sites serve the Markdown of a page at its address plus ".md".`,
    );
  }
  const body = text.replace(FRONT_MATTER, "");
  const beforeCode = body.slice(0, FIRST_FENCE.exec(body)?.index);
  if (start.startsWith("{") || VERSION_KEY.test(beforeCode)) return { kind: "document" };
  const { fences, links } = readMarkdown(body, source);
  if (fences.length > 0) return { kind: "page", fences };
  return links.length > 0 ? { kind: "index", links } : { kind: "prose" };
}
