import type { ParameterKind } from "@x/client";
import type { OperationModel } from "../operations/model.ts";
import { isIdentifier } from "../render/identifiers.ts";
import { stringLiteral } from "../render/text.ts";
import type { Names } from "./names.ts";

/**
 * The README of a new vendor's package, of the same shape as the others'.
 *
 * @param part - what the document gives for it
 */
export function readmeOf(names: Names, operations: readonly OperationModel[], part: string): string {
  const { kebab, pascal, screaming, title } = names;
  const variable = pascal.charAt(0).toLowerCase() + pascal.slice(1);
  const [first] = operations.filter(({ method }) => method === "get").concat(operations);
  const create = `const ${variable} = create${pascal}();`;
  return `# @x/${kebab}

A typed client of the ${title} API, generated from the vendor's OpenAPI document.

\`\`\`sh
npm install @x/${kebab}
\`\`\`

## First call

<!-- not run: put in what the vendor's document has as its example, and delete this line -->

\`\`\`ts
import { create${pascal} } from "@x/${kebab}";

${create} // the key: process.env.${screaming}_API_KEY
const data = await ${variable}.${first === undefined ? "" : callOf(first)};
console.log(data);
\`\`\`

Each operation takes an input by place (\`path\`, \`query\`, \`header\`, \`body\`) and options of the call. With
\`.withResponse()\` behind it, a call gives \`{ data, response }\`; the response's body is read already.

${part}

## Errors

An error has a class and the operation's name. \`${variable}.${first?.name ?? "…"}.isError(error)\` is true for what the document knows, and
types \`error.body\` by \`error.status\`. [All classes](../client#errors), and [what to do about each](../client/RECIPES.md#debug).

${optionsPart(names)}

## Pages

\`pages(method, input, next)\` goes through them: [how](../client/RECIPES.md#go-through-pages).

## openapi-fetch

\`\`\`ts
import { create${pascal} } from "@x/${kebab}";
import { openapiFetch } from "@x/${kebab}/openapi-fetch";

export const http = openapiFetch(create${pascal}({ apiKey: () => process.env["${screaming}_API_KEY"] ?? "" }));
\`\`\`

[openapi-fetch's own client](../client#use-openapi-fetch), middleware and all, over the client's transport.

${endPart(names)}`;
}

/** The options of every client, with what is the vendor's own. */
function optionsPart({ kebab, pascal, screaming }: Names): string {
  return `## Options

\`create${pascal}({ … })\`. Those marked ¹ are also options of a call, which has \`signal\` and \`idempotent\` beside them. The rules of
time and retries are in the [README of @x/client](../client#options).

| option | unit, default | |
| --- | --- | --- |
| \`apiKey\` | string, or a function that gives one; the environment | a function is asked anew for each attempt |
| \`baseUrl\` | string or URL; the environment, else the server above | https, or http on loopback |
| \`timeoutMs\` ¹ | milliseconds, 30 000 | of one attempt, headers and body |
| \`totalTimeoutMs\` ¹ | milliseconds, none | of the whole call, waits included |
| \`maxRetries\` ¹ | 2 | where it is safe |
| \`maxResponseBytes\` ¹ | bytes, 10 485 760 | counted after decompression |
| \`headers\` ¹ | record, pairs or \`Headers\`; none | |
| \`fetch\` | \`globalThis.fetch\` | |
| \`transport\` | none | \`undiciTransport()\` of \`@x/${kebab}/undici\`, in place of \`fetch\` |
| \`onEvent\` | function, none | names and numbers of each attempt |
| \`dangerouslyAllowBrowser\` | \`false\` | a key in a browser is everybody's |
| \`dangerouslyAllowInsecureHttp\` | \`false\` | |

## Environment

| variable | stands in for |
| --- | --- |
| \`${screaming}_API_KEY\` | \`apiKey\` |
| \`${screaming}_BASE_URL\` | \`baseUrl\` |

An option beats its variable; an empty one counts as unset. The names are exported, as \`environment\`.`;
}

/** What every package promises, and how to test against its document. */
function endPart({ kebab }: Names): string {
  return `## Versions

- **Runs on** Node ≥ 20.19, Bun, Deno, Cloudflare Workers, browsers; in bundlers and Jest without configuration. ESM and CommonJS.
  An ES module whose CommonJS dependency requires the package first needs Node 20.19.5 or 22.17. Each release is called on Node 20,
  22, 24 and 26, Bun, Deno, workerd and Chromium, from its tarball, before it is published.
- **TypeScript** ≥ 5.4, with \`lib: ["dom"]\` or \`@types/node\`; compiled by 5.4, 5.9 and 7.0 before each release.
- **Semantic versioning**, by what a change of the vendor's document does to your code. Major: code that compiled may not compile,
  or means something else. Minor: more of it, a new value of a response's enum too. Patch: the rest. A vendor can break clients that
  are deployed without a new version of theirs; then the changelog says "breaking" on the wire.
- **Support**: fixes go into the newest minor. A line of Node or TypeScript goes with a major.
- What changed: \`CHANGELOG.md\`, in the package. Field by field: [API.md](API.md).

## Contract tests of your own

The document that this version was generated from is in the package, \`@x/${kebab}/openapi.yaml\`. [@x/mock](../mock/CI.md) runs your
tests against a mock server of it:

<!-- not run: CI.md of @x/mock runs it in a project that has tests -->

\`\`\`sh
npx --no @x/mock run @x/${kebab} -- npm test
\`\`\`
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
