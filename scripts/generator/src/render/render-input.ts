import type { BodyType, OperationModel, ParameterModel } from "../operations/model.ts";
import { comment, operationIndex, quoted } from "./parts.ts";
import { commentLines, stringLiteral } from "./text.ts";

/** The type of what goes in. */
export function renderInput(name: string, model: OperationModel): string {
  const members = inputMembers(model);
  const variants = bodyVariants(model);
  // An empty interface would take anything.
  if (!members.length && !variants.length) return `export type ${name} = Record<string, never>;`;
  if (!variants.length) return [`export interface ${name} {`, ...members, "}"].join("\n");
  const parts = variants.map((variant) => `  | { ${variant} }`);
  const rest = members.length ? ["{", ...members, "} & (", ...parts, ")"] : ["", ...parts];
  return `export type ${name} = ${rest.join("\n")};`;
}

export function hasRequiredInput(model: OperationModel): boolean {
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
  const [only, ...others] = model.body?.types ?? [];
  if (only && !others.length) lines.push(`  ${bodyMember(model, bodyType(model, only))}`);
  return lines;
}

/** The body and its media type, for each type of body: the usual one's media type need not be named. */
function bodyVariants(model: OperationModel): string[] {
  const types = model.body?.types ?? [];
  if (types.length < 2) return [];
  const byType = new Map<string, string[]>();
  for (const type of types) {
    const text = bodyType(model, type);
    byType.set(text, [...(byType.get(text) ?? []), type.mediaType]);
  }
  return [...byType].map(([text, mediaTypes], index) => {
    const names = mediaTypes.map((mediaType) => nameType(mediaType)).join(" | ");
    const contentType = index ? `contentType: ${names};` : `contentType?: ${names} | undefined;`;
    return `${bodyMember(model, text)} ${contentType}`;
  });
}

/** A range stands for its types. */
function nameType(mediaType: string): string {
  if (!mediaType.includes("*")) return stringLiteral(mediaType);
  const [type = ""] = mediaType.split("/");
  return type.includes("*") ? "`${string}/${string}`" : `\`${type}/\${string}\``;
}

function bodyMember({ body }: OperationModel, type: string): string {
  return body?.required ? `body: ${type};` : `body?: ${type} | undefined;`;
}

function bodyType(model: OperationModel, { mediaType, form }: BodyType): string {
  if (form === "text") return "string";
  if (form === "binary") return "Blob | ArrayBuffer | ArrayBufferView | ReadableStream<Uint8Array>";
  const whole = `${operationIndex(model)}["requestBody"]`;
  const index = `${model.body?.required ? whole : `NonNullable<${whole}>`}["content"][${stringLiteral(mediaType)}]`;
  return `${index}${form === "multipart" ? " | FormData" : form === "urlencoded" ? " | URLSearchParams" : ""}`;
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
