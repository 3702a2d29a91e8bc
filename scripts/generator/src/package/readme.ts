import type { ParameterKind } from "@x/client";
import { markdownCode, markdownText } from "@x/openapi";
import type { OperationModel } from "../operations/model.ts";
import { isIdentifier } from "../render/identifiers.ts";
import { stringLiteral } from "../render/text.ts";
import type { Skipped } from "../usable/skipped.ts";
import type { Names } from "./names.ts";

/** The README of a new vendor's package: how to install it, a first call, and what there is to call. */
export function readmeOf(
  names: Names,
  operations: readonly OperationModel[],
  skipped: readonly Skipped[] = [],
): string {
  const { kebab, pascal, screaming, title } = names;
  const variable = pascal.charAt(0).toLowerCase() + pascal.slice(1);
  const [first] = operations.filter(({ method }) => method === "get").concat(operations);
  const rows = operations.map(({ name, label }) => `| ${markdownCode(name)} | ${markdownCode(label)} |`);
  return `# @x/${kebab}

A typed client of the ${title} API, generated from the vendor's OpenAPI document.

\`\`\`sh
npm install @x/${kebab}
\`\`\`

## First call

\`\`\`ts
import { create${pascal} } from "@x/${kebab}";

const ${variable} = create${pascal}(); // the key: process.env.${screaming}_API_KEY
const data = await ${variable}.${first === undefined ? "" : callOf(first)};
\`\`\`

## Operations

| method | request |
| --- | --- |
${rows.join("\n")}

Each takes an input by place (\`path\`, \`query\`, \`header\`, \`body\`) and options of the call. The options, the errors and the
rules of time-outs and retries are in the [README of @x/client](../client#options).
${leftOut(skipped)}
The document that this version was generated from is in the package: \`@x/${kebab}/openapi.yaml\`.
`;
}

/** What the package has no method for, and why. */
function leftOut(skipped: readonly Skipped[]): string {
  if (!skipped.length) return "";
  const rows = skipped.map(({ operation, why }) => `| ${markdownCode(operation)} | ${markdownText(why)} |`);
  return `
## Left out

The document has these operations as well. The package has no method for them.

| request | why |
| --- | --- |
${rows.join("\n")}
`;
}

/** What stands in the example for a value that is no text. */
const PLACEHOLDERS: Partial<Record<ParameterKind, string>> = {
  integer: "1",
  number: "1",
  boolean: "true",
  array: "[]",
  object: "{}",
};

function propertyName(name: string): string {
  return isIdentifier(name) ? name : stringLiteral(name);
}

function callOf({ name, parameters, body }: OperationModel): string {
  const places = ["path", "query", "header"].flatMap((place) => {
    const wanted = parameters.filter((each) => each.place === place && each.required);
    if (wanted.length === 0) return [];
    const values = wanted.map((each) => `${propertyName(each.name)}: ${PLACEHOLDERS[each.definition.type] ?? '"…"'}`);
    return [`${place}: { ${values.join(", ")} }`];
  });
  if (body?.required === true) places.push("body: {}");
  return `${name}(${places.length === 0 ? "" : `{ ${places.join(", ")} }`})`;
}
