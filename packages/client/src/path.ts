import type { OperationDefinition, ParameterDefinition } from "./api-definition.ts";
import { own, refusal, shapeOf, texts, type Shape } from "./parameter-value.ts";

/**
 * The path with its parameters filled in. A value is one segment, or part of one, and can't leave it: it is
 * percent-encoded, and the dot segments that URL parsers resolve even when encoded are refused (RFC 3986, 5.2.4).
 *
 * @throws {ConfigError} when a parameter is absent, empty, `.`, `..`, not well-formed or not of the spec's type
 */
export function fillPath(operation: string, definition: OperationDefinition, values: unknown): string {
  const definitions: Record<string, ParameterDefinition> | undefined = definition.parameters?.path;
  let path = definition.path;
  for (const name in definitions) {
    const refuse = refusal(operation, "path", name);
    const value = own(values, name);
    if (value === undefined || value === null) refuse("is missing");
    const encode = (text: string): string => {
      if (!text) refuse("is empty");
      if (text === "." || text === "..") refuse(`is "${text}", which would call another path`);
      return encodeURIComponent(text);
    };
    const shape = shapeOf(definitions[name] as ParameterDefinition, value);
    const parts = texts(value, shape, encode, refuse);
    if (!parts.length) refuse("is empty");
    path = path.split(`{${name}}`).join(join(name, shape, parts));
  }
  return path;
}

/** The parts in the style `simple`, `label` or `matrix` (RFC 6570, 3.2.2, 3.2.5 and 3.2.7). */
function join(name: string, { type, style, explode }: Shape, parts: string[]): string {
  if (style === "label") return `.${parts.join(explode ? "." : ",")}`;
  if (style !== "matrix") return parts.join(",");
  if (!explode) return `;${name}=${parts.join(",")}`;
  return parts.map((part) => (type === "object" ? `;${part}` : `;${name}=${part}`)).join("");
}
