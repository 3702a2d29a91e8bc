import type { OperationModel } from "../generate/model.ts";
import type { Names } from "./names.ts";

/** The README of a new vendor's package: how to install it, and a first call. */
export function readmeOf(names: Names, operations: readonly OperationModel[]): string {
  const { kebab, pascal, screaming, title } = names;
  const variable = pascal.charAt(0).toLowerCase() + pascal.slice(1);
  const [first] = operations.filter(({ method }) => method === "get").concat(operations);
  return `# @x/${kebab}

Typed client for the ${title} API, generated from its OpenAPI document.

\`\`\`sh
npm install @x/${kebab}
\`\`\`

\`\`\`ts
import { create${pascal} } from "@x/${kebab}";

const ${variable} = create${pascal}(); // the key: process.env.${screaming}_API_KEY
const result = await ${variable}.${first === undefined ? "" : callOf(first)};
\`\`\`

Each operation of the API is a method: \`${variable}.operation({ path, query, header, body }, { signal, timeoutMs, maxRetries })\`.
It resolves with the typed body and throws an \`SdkError\` otherwise. \`${variable}.http\` is openapi-fetch's own client over the
same transport. The document it was generated from is in the package: \`@x/${kebab}/openapi.yaml\`.
`;
}

function callOf({ name, parameters, body }: OperationModel): string {
  const places = ["path", "query", "header"].flatMap((place) => {
    const wanted = parameters.filter((each) => each.place === place && each.required);
    if (wanted.length === 0) return [];
    const values = wanted.map((each) => (/^[\w$]+$/.test(each.name) ? each.name : `"${each.name}": value`));
    return [`${place}: { ${values.join(", ")} }`];
  });
  if (body?.required === true) places.push("body");
  return `${name}(${places.length === 0 ? "" : `{ ${places.join(", ")} }`})`;
}
