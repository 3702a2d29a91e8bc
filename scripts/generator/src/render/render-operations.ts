import type { OperationDefinition, ParameterDefinition } from "@x/client";
import type { JsonObject } from "@x/openapi";
import type { WebhookModel } from "../operations/webhooks.ts";
import { baseUrlOf } from "../operations/base-url.ts";
import type { OperationModel, ParameterModel } from "../operations/model.ts";
import { stringLiteral } from "./text.ts";
import { quoted, renderMethod, renderTypes, renderWebhook } from "./render-types.ts";

/** The first lines of every generated file. */
export function header(source: string): string {
  return `// Generated from ${source} by \`pnpm generate\`. Do not edit.\n`;
}

/** The text of `operations.ts`: types, methods, and the table that the client reads at run time. */
export function renderOperations(
  document: JsonObject,
  models: readonly OperationModel[],
  webhooks: readonly WebhookModel[],
  source: string,
): string {
  const serializers = serializersOf(models);
  const names = Object.values(serializers);
  const definitions = models.map((model) => `    ${quoted(model.name)}: ${data(definitionOf(model))},`);
  const body = [
    models.map(renderMethod).join("\n"),
    "}\n",
    [...models.map(renderTypes), ...webhooks.map(renderWebhook)].join("\n\n"),
    "",
    "/** The spec's first server. */",
    `export const baseUrl = ${stringLiteral(baseUrlOf(document, source))};\n`,
    "const api: ApiDefinition = {",
    "  baseUrl,",
    ...(names.length ? [`  serializers: ${data(serializers).replaceAll('"', "")},`] : []),
    "  operations: {",
    ...definitions,
    "  },",
    "};\n",
    "export default api;\n",
  ].join("\n");
  const clientTypes = ["ApiDefinition", "ApiError", "Operation", "OptionalOperation", "Status4XX", "Status5XX"];
  const types = clientTypes.filter((type) => new RegExp(`\\b${type}\\b`).test(body));
  return [
    header(source),
    ...(names.length ? [`import { ${names.join(", ")} } from "@x/client";`] : []),
    `import type { ${types.join(", ")} } from "@x/client";`,
    `import type { ${webhooks.length ? "paths, webhooks" : "paths"} } from "./schema.ts";\n`,
    "/** The operations of the API, a method each. */",
    "export interface Operations {",
    body,
  ].join("\n");
}

/** The serializers that an API needs beyond those of every client: the names they are exported by, by their use. */
function serializersOf(models: readonly OperationModel[]): Record<string, string> {
  const parameters = models.flatMap((model) => model.parameters);
  const isStyled = ({ definition: { type, style, allowReserved } }: ParameterModel): boolean =>
    !/^(string|integer|number|boolean)$/.test(type) || style !== undefined || allowReserved === true;
  return {
    ...(parameters.some(isStyled) && { parameter: "styledParameter" }),
    ...(models.some(({ body }) => body) && { body: "requestBody" }),
  };
}

function definitionOf(model: OperationModel): OperationDefinition {
  const parameters: Record<string, [name: string, ParameterDefinition][]> = {};
  for (const { name, place, definition } of model.parameters) {
    const short = Object.keys(definition).length === 1 ? definition.type : definition;
    (parameters[place] ??= []).push([name, short]);
  }
  const places = Object.entries(parameters).map(([place, entries]) => [place, Object.fromEntries(entries)]);
  const typed = model.responses.filter(({ mediaType }) => mediaType);
  const accepted =
    typed.find(({ status }) => status.startsWith("2")) ?? typed.find(({ status }) => status === "default");
  const accept = accepted?.mediaType;
  const errorKeys = model.responses.flatMap(({ status, keys }) => (keys.length ? [[status, keys] as const] : []));
  return {
    method: model.method.toUpperCase() as OperationDefinition["method"],
    path: model.path,
    ...(places.length && { parameters: Object.fromEntries(places) as Record<string, never> }),
    // A wildcard is no content type.
    ...(model.body && { body: model.body.mediaType.includes("*") ? "application/json" : model.body.mediaType }),
    ...(model.body?.required && { bodyRequired: true }),
    ...(accept && accept !== "application/json" && { accept }),
    responses: Object.fromEntries(model.responses.map(({ status, kind }) => [status, kind])),
    ...(errorKeys.length && { errorKeys: Object.fromEntries(errorKeys) }),
    ...(model.security && { security: model.security }),
  };
}

/** Data as a literal on one line: keys without quotes where they need none. */
function data(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(data).join(", ")}]`;
  if (typeof value === "string") return stringLiteral(value);
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([key, member]) => {
    // The compiler takes these for what every object has, and their values for any text.
    const exact = Object.hasOwn(Object.prototype, key) ? " as const" : "";
    return `${memberName(key)}: ${data(member)}${exact}`;
  });
  return `{ ${members.join(", ")} }`;
}

function memberName(key: string): string {
  // Any other way of writing it sets the prototype.
  if (key === "__proto__") return '["__proto__"]';
  return /^[a-z_]\w*$|^[1-9]\d*$/i.test(key) ? key : stringLiteral(key);
}
