import type { WebhookModel } from "../operations/webhooks.ts";
import { renderOptions } from "./render-options.ts";
import { data, definitionOf, tableHead, type Table } from "./render-table.ts";
import { quoted } from "./parts.ts";
import { renderMethod, renderTypes, renderWebhook } from "./render-types.ts";
import { stringLiteral } from "./text.ts";

/** The first lines of every generated file. */
export function header(source: string): string {
  return `// Generated from ${source} by \`pnpm generate\`. Do not edit.\n`;
}

/** The text of `operations.ts`: types, methods, and the table that the client reads at run time. */
export function renderOperations(table: Table, webhooks: readonly WebhookModel[], source: string): string {
  const { operations, servers } = table;
  const { members, imports } = tableHead(table);
  const definitions = operations.map((model) => `    ${quoted(model.name)}: ${data(definitionOf(model, table))},`);
  const body = [
    operations.map(renderMethod).join("\n"),
    "}\n",
    [...operations.map(renderTypes), ...webhooks.map(renderWebhook)].join("\n\n"),
    "",
    `${renderOptions(table)}\n`,
    // Type and value under one name, and by default alone: `export type *` passes neither on.
    "/** What the client reads of the API at run time. */",
    "const Api: ApiDefinition = {",
    `  baseUrl: ${stringLiteral(servers.baseUrl)},`,
    ...members.map((member) => `  ${member},`),
    "  operations: {",
    ...definitions,
    "  },",
    "};\n",
    "export default Api;\n",
  ].join("\n");
  const clientTypes = [
    "ApiDefinition",
    "ApiError",
    "NegotiatedOperation",
    "Operation",
    "OptionalNegotiatedOperation",
    "OptionalOperation",
    "OptionalStreamableOperation",
    "Status4XX",
    "Status5XX",
    "StreamableOperation",
  ];
  const types = clientTypes.filter((type) => new RegExp(`\\b${type}\\b`).test(body));
  const schemas = ["paths", ...(webhooks.length ? ["webhooks"] : [])].filter((type) => body.includes(`${type}[`));
  return [
    header(source),
    ...(imports.length ? [`import { ${imports.join(", ")} } from "@x/client";`] : []),
    `import type { ${types.join(", ")} } from "@x/client";`,
    // No operation may say anything of a body: an import that nothing uses does not compile.
    ...(schemas.length ? [`import type { ${schemas.join(", ")} } from "./schema.ts";`] : []),
    "",
    "/** The operations of the API, a method each. */",
    "interface Api {",
    body,
  ].join("\n");
}
