import type { OperationDefinition } from "./api-definition.ts";
import { own, parametersOf, shapeOf, texts, type Parameter } from "./parameter-value.ts";

/**
 * The path with its parameters filled in. A value is one segment, or part of one, and can't leave it: it is
 * percent-encoded, and the dot segments that URL parsers resolve even when encoded are refused (RFC 3986, 5.2.4).
 *
 * @throws {ConfigError} when a parameter is absent, empty, `.`, `..`, not well-formed or not of the spec's type
 */
export function fillPath(operation: string, definition: OperationDefinition, values: unknown): string {
  let path = definition.path;
  for (const parameter of parametersOf(operation, "path", definition.parameters?.path)) {
    const { name, refuse } = parameter;
    const value = own(values, name);
    if (value === undefined || value === null) refuse("is missing");
    const shape = shapeOf(parameter, value);
    const parts = texts(value, shape, encode);
    if (!parts.length) refuse("is empty");
    path = path.split(`{${name}}`).join(join(shape, parts));
  }
  return path;
}

function encode(text: string, { refuse }: Parameter): string {
  if (!text) refuse("is empty");
  if (text === "." || text === "..") refuse(`is "${text}", which would call another path`);
  return encodeURIComponent(text);
}

/** The parts in the style `simple`, `label` or `matrix` (RFC 6570, 3.2.2, 3.2.5 and 3.2.7). */
function join({ name, type, style, explode }: Parameter, parts: string[]): string {
  if (style === "label") return `.${parts.join(explode ? "." : ",")}`;
  if (style !== "matrix") return parts.join(",");
  if (!explode) return `;${name}=${parts.join(",")}`;
  return parts.map((part) => (type === "object" ? `;${part}` : `;${name}=${part}`)).join("");
}
