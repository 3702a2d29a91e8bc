import type { OperationDefinition, ParameterDefinition } from "./api-definition.ts";
import { primitiveText, refusal } from "./parameter-value.ts";

/**
 * The path with its parameters filled in. A value is one segment, or part of one, and can't leave it: it is
 * percent-encoded, and the dot segments that URL parsers resolve even when encoded are refused (RFC 3986, 5.2.4).
 *
 * @throws {ConfigError} when a parameter is absent, empty, `.`, `..`, not well-formed or not of the spec's type
 */
export function fillPath(operation: string, definition: OperationDefinition, values: unknown): string {
  const given = Object(values) as Record<string, unknown>;
  const definitions: Record<string, ParameterDefinition> = definition.parameters?.path ?? {};
  let path = definition.path;
  for (const [name, parameter] of Object.entries(definitions)) {
    const refuse = refusal(operation, "path", name);
    const value = Object.hasOwn(given, name) ? given[name] : undefined;
    if (value === undefined || value === null) refuse("is missing");
    const {
      type,
      items = "any",
      style = "simple",
    } = typeof parameter === "string" ? ({ type: parameter } as const) : parameter;
    const isList = type === "array" && Array.isArray(value);
    const texts = (isList ? (value as unknown[]) : [value]).map((item) =>
      primitiveText(item, isList ? items : type, refuse),
    );
    for (const text of texts) {
      if (!text) refuse("is empty");
      if (text === "." || text === "..") refuse(`is "${text}", which would call another path`);
    }
    if (!texts.length) refuse("is empty");
    const encoded = texts.map(encodeURIComponent).join(",");
    const prefix = style === "label" ? "." : style === "matrix" ? `;${name}=` : "";
    path = path.replace(`{${name}}`, () => prefix + encoded);
  }
  return path;
}
