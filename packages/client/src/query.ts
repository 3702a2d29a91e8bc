import type { OperationDefinition, ParameterDefinition, ParameterKind } from "./api-definition.ts";
import { ConfigError } from "./errors.ts";
import { primitiveText, refusal, type Refuse } from "./parameter-value.ts";

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
  const given = Object(values) as Record<string, unknown>;
  for (const name of Object.keys(given)) {
    if (!Object.hasOwn(definitions, name))
      throw new ConfigError(`there is no query parameter "${name}"`, { operation });
  }
  const pairs: string[] = [];
  for (const [name, query] of Object.entries(definitions)) {
    const parameter = typeof query === "string" ? { type: query } : query;
    const refuse = refusal(operation, "query", name);
    const value = given[name];
    if (value === undefined) {
      if (parameter.required) refuse("is missing");
      continue;
    }
    addParameter(pairs, encodeURIComponent(name), value, parameter, refuse);
  }
  return pairs.join("&");
}

function addParameter(
  pairs: string[],
  name: string,
  value: unknown,
  parameter: Exclude<ParameterDefinition, string>,
  refuse: Refuse,
): void {
  const { items = "any", style = "form", explode = style === "form" || style === "deepObject" } = parameter;
  const type = parameter.type === "any" ? shapeOf(value) : parameter.type;
  const encode = (item: unknown, kind: ParameterKind): string => {
    const text = encodeURIComponent(primitiveText(item, kind, refuse));
    return parameter.allowReserved ? text.replace(RESERVED, decodeURIComponent) : text;
  };
  if (type === "array") {
    if (!Array.isArray(value)) refuse("must be an array");
    const list = (value as unknown[]).map((item) => encode(item, items));
    if (explode) for (const item of list) pairs.push(`${name}=${item}`);
    else if (list.length) pairs.push(`${name}=${list.join(DELIMITERS[style] ?? ",")}`);
  } else if (type === "object") {
    if (typeof value !== "object" || value === null || Array.isArray(value) || value instanceof Date)
      refuse("must be an object");
    const members = Object.entries(value as object).filter(([, member]) => member !== undefined);
    if (style === "deepObject") addDeep(pairs, name, members, encode, []);
    else if (explode)
      for (const [key, member] of members) pairs.push(`${encodeURIComponent(key)}=${encode(member, "any")}`);
    else if (members.length) {
      pairs.push(
        `${name}=${members.map(([key, member]) => `${encodeURIComponent(key)},${encode(member, "any")}`).join(",")}`,
      );
    }
  } else pairs.push(`${name}=${encode(value, type)}`);
}

/** What a value is where the spec allows several types. */
function shapeOf(value: unknown): ParameterKind {
  if (Array.isArray(value)) return "array";
  return typeof value === "object" && value !== null && !(value instanceof Date) ? "object" : "any";
}

/** `filter[date_created_at][gte]=…`: members of members, of any depth. Arrays repeat their name with `[]`. */
function addDeep(
  pairs: string[],
  name: string,
  members: [string, unknown][],
  encode: (item: unknown, kind: ParameterKind) => string,
  above: readonly unknown[],
): void {
  for (const [key, member] of members) {
    if (member === undefined) continue;
    const inner = `${name}[${encodeURIComponent(key)}]`;
    if (Array.isArray(member)) for (const item of member) pairs.push(`${inner}[]=${encode(item, "any")}`);
    else if (member instanceof Date) pairs.push(`${inner}=${encode(member, "date-time")}`);
    else if (typeof member === "object" && member !== null && !above.includes(member)) {
      addDeep(pairs, inner, Object.entries(member), encode, [...above, member]);
    } else pairs.push(`${inner}=${encode(member, "any")}`);
  }
}
