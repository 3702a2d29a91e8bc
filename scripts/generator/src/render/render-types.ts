import { basename } from "node:path";
import type { OperationModel, ParameterModel, ResponseModel } from "../operations/model.ts";
import { capitalized, typeName } from "../operations/names.ts";
import type { WebhookModel } from "../operations/webhooks.ts";
import { isIdentifier } from "./identifiers.ts";
import { commentLines, stringLiteral } from "./text.ts";

/** The three types of an operation: what goes in, what comes out, what is thrown. */
export function renderTypes(model: OperationModel): string {
  const name = typeName(model.name);
  const members = inputMembers(model);
  return [
    // An empty interface would take anything.
    ...(members.length
      ? [`export interface ${name}Input {`, ...members, "}"]
      : [`export type ${name}Input = Record<string, never>;`]),
    union(
      `${name}Output`,
      successes(model).map((response) => bodyOfResponse(model, response)),
    ),
    union(`${name}Error`, errorTypes(model)),
  ].join("\n");
}

/** The type of a webhook's payload. */
export function renderWebhook({ type, name, method, mediaType }: WebhookModel): string {
  const body = `webhooks[${stringLiteral(name)}]["${method}"]["requestBody"]`;
  return `/** What the vendor sends: \`${commentLines(name).join(" ")}\`. */\nexport type ${type} = NonNullable<${body}>["content"][${stringLiteral(mediaType)}];`;
}

/**
 * Names that a package exports beside its models: no model takes one of them.
 *
 * @param source - the spec's file: the package is named like it
 */
export function exportedTypes(
  operations: readonly OperationModel[],
  webhooks: readonly WebhookModel[],
  source: string,
): Set<string> {
  const vendor = basename(source, ".yaml").split("-").map(capitalized).join("");
  return new Set([
    ...operations.flatMap(({ name }) => ["Input", "Output", "Error"].map((end) => `${typeName(name)}${end}`)),
    ...webhooks.map(({ type }) => type),
    `create${vendor}`,
    `${vendor}Client`,
    `${vendor}Options`,
  ]);
}

/** A method of the client, with what the spec says of it. */
export function renderMethod(model: OperationModel): string {
  const name = typeName(model.name);
  const kind = hasRequiredInput(model) ? "Operation" : "OptionalOperation";
  const { summary, description, deprecated } = model.operation;
  const words = [summary, description === summary ? undefined : description].filter((text) => typeof text === "string");
  const lines = [...words, `\`${model.label}\``].flatMap((text, index) => [
    ...(index ? [""] : []),
    ...commentLines(text),
  ]);
  if (deprecated === true) lines.push("", "@deprecated The vendor advises against it.");
  return `${comment(lines, "  ")}\n  ${quoted(model.name)}: ${kind}<${name}Input, ${name}Output, ${name}Error>;`;
}

function hasRequiredInput(model: OperationModel): boolean {
  return model.parameters.some(({ required }) => required) || model.body?.required === true;
}

function inputMembers(model: OperationModel): string[] {
  const lines: string[] = [];
  for (const place of ["path", "query", "header"] as const) {
    const parameters = model.parameters.filter((parameter) => parameter.place === place);
    if (!parameters.length) continue;
    const isOptional = !parameters.some(({ required }) => required);
    lines.push(`  ${place}${isOptional ? "?" : ""}: {`);
    for (const parameter of parameters) lines.push(...parameterMember(model, parameter));
    lines.push(isOptional ? "  } | undefined;" : "  };");
  }
  if (model.body) {
    const { mediaType, required } = model.body;
    const whole = `${operationIndex(model)}["requestBody"]`;
    const index = `${required ? whole : `NonNullable<${whole}>`}["content"][${stringLiteral(mediaType)}]`;
    const form = /^multipart/i.test(mediaType)
      ? " | FormData"
      : /urlencoded/i.test(mediaType)
        ? " | URLSearchParams"
        : "";
    lines.push(`  body${required ? "" : "?"}: ${index}${form}${required ? "" : " | undefined"};`);
  }
  return lines;
}

function parameterMember(model: OperationModel, parameter: ParameterModel): string[] {
  const { name, place, required, declared, definition, description, deprecated } = parameter;
  const isOptionalPlace = !model.parameters.some((other) => other.place === place && other.required);
  const whole = `${operationIndex(model)}["parameters"]["${place}"]`;
  const index = `${isOptionalPlace ? `NonNullable<${whole}>` : whole}[${stringLiteral(name)}]`;
  // openapi-typescript says string of what has a media type; the client makes the JSON itself.
  const type = definition.type === "json" ? "unknown" : declared ? index : "string";
  const date = definition.type === "date" || definition.type === "date-time" ? " | Date" : "";
  const lines = description ? commentLines(description) : [];
  if (deprecated) lines.push("@deprecated The vendor advises against it.");
  return [
    ...(lines.length ? [comment(lines, "    ")] : []),
    `    ${quoted(name)}${required ? "" : "?"}: ${type}${date}${required ? "" : " | undefined"};`,
  ];
}

function successes({ responses }: OperationModel): ResponseModel[] {
  const documented = responses.filter(({ status }) => status.startsWith("2"));
  return documented.length ? documented : responses.filter(({ status }) => status === "default");
}

function errorTypes(model: OperationModel): string[] {
  const errors = model.responses.filter(({ status }) => /^([45]|default)/.test(status));
  return errors.map((response) => {
    const body = response.kind === "none" ? "unknown" : bodyOfResponse(model, response);
    return `ApiError<${statusType(response.status, errors)}, ${body}>`;
  });
}

/** A status, or the statuses of a range that are not documented otherwise. */
function statusType(status: string, errors: readonly ResponseModel[]): string {
  if (/^\d+$/.test(status)) return status;
  const ranges = status === "default" ? ["4XX", "5XX"] : [status];
  const open = ranges.filter((range) => status !== "default" || !errors.some((other) => other.status === range));
  const literals = errors.filter((other) =>
    open.some((range) => /^\d+$/.test(other.status) && other.status[0] === range[0]),
  );
  const all = open.map((range) => `Status${range}`).join(" | ") || "never";
  return literals.length ? `Exclude<${all}, ${literals.map((other) => other.status).join(" | ")}>` : all;
}

function bodyOfResponse(model: OperationModel, { status, kind, mediaType }: ResponseModel): string {
  if (kind === "none") return "undefined";
  if (kind === "text") return "string";
  if (kind === "binary") return "Uint8Array";
  const key = /^\d+$/.test(status) ? status : stringLiteral(status);
  return `${operationIndex(model)}["responses"][${key}]["content"][${stringLiteral(mediaType as string)}]`;
}

/** Direct index: costs the type checker a look-up, where inference over all paths costs it thousands. */
function operationIndex({ path, method }: OperationModel): string {
  return `paths[${stringLiteral(path)}]["${method}"]`;
}

/** On one line where it fits. */
function union(name: string, types: readonly string[]): string {
  const members = [...new Set(types)];
  const line = `export type ${name} = ${members.join(" | ") || "never"};`;
  if (members.length < 2 || line.length <= 120) return line;
  return `export type ${name} =\n${members.map((member) => `  | ${member}`).join("\n")};`;
}

/** A property name, in quotes where it needs them. */
export function quoted(name: string): string {
  return isIdentifier(name) ? name : stringLiteral(name);
}

/** @param lines - made safe */
function comment(lines: readonly string[], indent: string): string {
  const safe = lines.map((line) => `${indent} * ${line}`.trimEnd());
  if (safe.length === 1) return `${indent}/**${safe[0]?.slice(indent.length + 2)} */`;
  return `${indent}/**\n${safe.join("\n")}\n${indent} */`;
}
