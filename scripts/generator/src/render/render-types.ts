import { basename } from "node:path";
import { isStreamable, successes } from "../operations/successes.ts";
import type { OperationModel, ResponseModel, ResponseType } from "../operations/model.ts";
import { capitalized, typeName } from "../operations/names.ts";
import type { WebhookModel } from "../operations/webhooks.ts";
import { comment, operationIndex, quoted } from "./parts.ts";
import { hasRequiredInput, renderInput } from "./render-input.ts";
import { commentLines, stringLiteral } from "./text.ts";

/** The three types of an operation: what goes in, what comes out, what is thrown. */
export function renderTypes(model: OperationModel): string {
  const name = typeName(model.name);
  const outputs = outputsOf(model);
  return [
    renderInput(`${name}Input`, model),
    ...(outputs
      ? [`export interface ${name}Outputs {`, ...outputs.map(([type, body]) => `  ${quoted(type)}: ${body};`), "}"]
      : []),
    union(
      `${name}Output`,
      outputs ? outputs.map(([, body]) => body) : successes(model).flatMap((response) => bodiesOf(model, response)),
    ),
    union(`${name}Error`, errorTypes(model)),
  ].join("\n");
}

/** What a call resolves with by the media type that comes, where that is one of several and what it holds differs. */
function outputsOf(model: OperationModel): [mediaType: string, body: string][] | undefined {
  const all = successes(model);
  if (!all.some(({ types }) => types.length > 1)) return undefined;
  const outputs = new Map<string, string[]>();
  for (const response of all) {
    for (const type of response.types) {
      outputs.set(type.mediaType, [...(outputs.get(type.mediaType) ?? []), bodyOfType(model, response, type)]);
    }
    // One without a body comes whatever is asked for.
    if (!response.types.length) for (const bodies of outputs.values()) bodies.push(...bodiesOf(model, response));
  }
  return [...outputs].map(([type, bodies]) => [type, [...new Set(bodies)].join(" | ")]);
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
    ...operations.flatMap(({ name }) =>
      ["Input", "Output", "Outputs", "Error"].map((end) => `${typeName(name)}${end}`),
    ),
    ...webhooks.map(({ type }) => type),
    "ApiOptions",
    `create${vendor}`,
    `${vendor}Client`,
    `${vendor}Options`,
  ]);
}

/** A method of the client, with what the spec says of it. */
export function renderMethod(model: OperationModel): string {
  const name = typeName(model.name);
  const negotiated = outputsOf(model) ? "Negotiated" : "";
  const streamable = isStreamable(model) ? "Streamable" : "";
  const kind = `${hasRequiredInput(model) ? "" : "Optional"}${negotiated}${streamable}Operation`;
  const output = negotiated ? `${name}Outputs` : `${name}Output`;
  const { summary, description, deprecated } = model.operation;
  const words = [summary, description === summary ? undefined : description].filter((text) => typeof text === "string");
  const lines = [...words, `\`${model.label}\``].flatMap((text, index) => [
    ...(index ? [""] : []),
    ...commentLines(text),
  ]);
  if (deprecated === true) lines.push("", "@deprecated The vendor advises against it.");
  return `${comment(lines, "  ")}\n  ${quoted(model.name)}: ${kind}<${name}Input, ${output}, ${name}Error>;`;
}

function errorTypes(model: OperationModel): string[] {
  const errors = model.responses.filter(({ status }) => /^([45]|default)/.test(status));
  return errors.map((response) => {
    const body = response.kind === "none" ? "unknown" : bodiesOf(model, response).join(" | ");
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

/** What a response resolves with, by each of its media types. */
function bodiesOf(model: OperationModel, response: ResponseModel): string[] {
  if (response.types.length) return response.types.map((type) => bodyOfType(model, response, type));
  return [response.kind === "location" ? "string" : "undefined"];
}

function bodyOfType(model: OperationModel, { status }: ResponseModel, { kind, mediaType }: ResponseType): string {
  if (kind === "text") return "string";
  if (kind === "binary") return "Uint8Array";
  const key = /^\d+$/.test(status) ? status : stringLiteral(status);
  return `${operationIndex(model)}["responses"][${key}]["content"][${stringLiteral(mediaType)}]`;
}

/** On one line where it fits. */
function union(name: string, types: readonly string[]): string {
  const members = [...new Set(types)];
  const line = `export type ${name} = ${members.join(" | ") || "never"};`;
  if (members.length < 2 || line.length <= 120) return line;
  return `export type ${name} =\n${members.map((member) => `  | ${member}`).join("\n")};`;
}
