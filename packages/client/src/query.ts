import type { OperationDefinition, ParameterDefinition } from "./api-definition.ts";
import { members, own, parametersOf, primitiveText, shapeOf, texts, type Parameter } from "./parameter-value.ts";
import { refuseUnknown } from "./refuse-unknown.ts";

const DELIMITERS: Record<string, string> = { spaceDelimited: "%20", pipeDelimited: "%7C" };

/** What `allowReserved` leaves as it is, save the ones that would end or split the query (RFC 3986, 2.2). */
const RESERVED = /%(3A|2F|3F|5B|5D|40|21|24|27|28|29|2A|2C|3B)/gi;

/**
 * The query string, without "?", in the styles that OpenAPI names. A value that is undefined is left out, and so is
 * an empty array or object.
 *
 * @throws {ConfigError} for a parameter that the spec does not have, a required one that is missing, or a value that
 * the spec's type can't carry
 */
export function serializeQuery(operation: string, definition: OperationDefinition, values: unknown): string {
  const definitions: Record<string, ParameterDefinition> = definition.parameters?.query ?? {};
  refuseUnknown(values, Object.keys(definitions), "query parameter", operation);
  const pairs: string[] = [];
  for (const parameter of parametersOf(operation, "query", definitions)) {
    const { name, refuse } = parameter;
    const value = own(values, name);
    const shape = shapeOf(parameter, value);
    if (value !== undefined) addParameter(pairs, encodeURIComponent(name), value, shape);
    else if (shape.required) refuse("is missing");
  }
  return pairs.join("&");
}

function addParameter(pairs: string[], name: string, value: unknown, parameter: Parameter): void {
  const { type, style, explode, refuse } = parameter;
  if (style === "deepObject" && type === "object") {
    const deep = (item: unknown): string => percentEncoded(primitiveText(item, "any", refuse), parameter);
    addDeep(pairs, name, members(value, refuse), deep, []);
    return;
  }
  const parts = texts(value, parameter, percentEncoded);
  if (explode) for (const part of parts) pairs.push(type === "object" ? part : `${name}=${part}`);
  else if (parts.length) pairs.push(`${name}=${parts.join(DELIMITERS[style] ?? ",")}`);
}

function percentEncoded(text: string, { allowReserved }: Parameter): string {
  const encoded = encodeURIComponent(text);
  return allowReserved ? encoded.replace(RESERVED, decodeURIComponent) : encoded;
}

/** `filter[date_created_at][gte]=…`: members of members, of any depth. Arrays repeat their name with `[]`. */
function addDeep(
  pairs: string[],
  name: string,
  entries: [string, unknown][],
  encode: (item: unknown) => string,
  above: readonly unknown[],
): void {
  for (const [key, member] of entries) {
    if (member === undefined) continue;
    const inner = `${name}[${encodeURIComponent(key)}]`;
    if (Array.isArray(member)) for (const item of member) pairs.push(`${inner}[]=${encode(item)}`);
    else if (typeof member === "object" && member && !(member instanceof Date) && !above.includes(member)) {
      addDeep(pairs, inner, Object.entries(member), encode, [...above, member]);
    } else pairs.push(`${inner}=${encode(member)}`);
  }
}
