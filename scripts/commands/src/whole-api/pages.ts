import { type JsonObject, canonicalYaml, operationsOf, slice } from "@x/openapi";

/**
 * A document as a vendor's site has it: a page of Markdown for each operation, with what that operation needs. As on some
 * sites, an operation that says itself which key it takes stands below a root that asks for none.
 */
export function pagesOf(document: JsonObject): { [path: string]: string } {
  const pages: { [path: string]: string } = {};
  for (const [index, { method, path, operation }] of operationsOf(document).entries()) {
    const part = slice(document, (...wanted) => wanted[0] === method && wanted[1] === path);
    if (operation["security"] !== undefined) part["security"] = [];
    const title = `${method.toUpperCase()} ${path}`;
    const fence = `\`\`\`\`yaml ${title}\n${canonicalYaml(part)}\n\`\`\`\``;
    pages[`${String(index).padStart(3, "0")}.md`] = `# ${title}\n\n> A page.\n\n## OpenAPI\n\n${fence}\n`;
  }
  return pages;
}
