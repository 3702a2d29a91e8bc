import type { ParameterDefinition, ParameterKind } from "../definition/parameter-definition.ts";
import type { Parameter, ParameterSerializer } from "../definition/serializers.ts";
import type { Refuse } from "../errors/refusal.ts";
import { NOTHING, over } from "../options/over.ts";
import { primitiveText } from "../serialization/primitive.ts";
import { isPlain, scalarText } from "../serialization/scalar.ts";
import { deepEntries } from "./deep-entries.ts";
import { PLACES } from "./parameters.ts";

const DELIMITERS: Record<string, string> = { spaceDelimited: "%20", pipeDelimited: "%7C" };

/** What `allowReserved` leaves as it is, save the ones that would end or split the query (RFC 3986, 2.2). */
const RESERVED = /%(3A|2F|3F|5B|5D|40|21|24|27|28|29|2A|2C|3B)/gi;

/** A parameter with the defaults of OpenAPI's Parameter Object. */
type Styled = Parameter &
  Required<Pick<Shape, "type" | "items" | "style" | "explode">> & {
    /** Makes a text fit for the place. */
    readonly encode: (text: string, refuse: Refuse) => string;
  };
type Shape = Exclude<ParameterDefinition, string>;

/**
 * Every kind of parameter in every style that OpenAPI names: arrays and objects, `label` and `matrix`, delimiters,
 * nested `deepObject`. What is null is left out. Generated tables import it where an operation has such a parameter.
 */
export const styledParameter: ParameterSerializer = (value, parameter) => {
  const { place, name, definition } = parameter;
  const encode = PLACES[place];
  const shape: Shape = over(NOTHING, typeof definition === "string" ? { type: definition } : definition);
  const { style = place === "query" ? "form" : "simple", items = "any", allowReserved } = shape;
  const { explode = style === "form" || style === "deepObject" } = shape;
  // Where the spec allows several types, the value decides.
  const type = shape.type === "any" ? (Array.isArray(value) ? "array" : isPlain(value) ? "object" : "any") : shape.type;
  const styled: Styled = {
    ...parameter,
    type,
    items,
    style,
    explode,
    encode:
      // OpenAPI has it for a query alone: in a path, a slash that stays would call another path.
      allowReserved && place === "query"
        ? (text, refuse) => encode(text, refuse).replace(RESERVED, decodeURIComponent)
        : encode,
  };
  if (place === "query") return queryPairs(encodeURIComponent(name), value, styled).join("&");
  return joined(value, styled);
};

function queryPairs(name: string, value: unknown, parameter: Styled): string[] {
  const { type, style, explode, refuse } = parameter;
  if (style === "deepObject" && (type === "object" || type === "array")) {
    if (type === "object" && !isPlain(value)) refuse("must be an object");
    const key = (each: string): string => encodeURIComponent(primitiveText(each, "string", refuse));
    return [...deepEntries(name, value, refuse, key)].map(([label, item]) => `${label}=${one(item, "any", parameter)}`);
  }
  const parts = texts(value, parameter);
  if (explode) return type === "object" ? parts : parts.map((part) => `${name}=${part}`);
  return parts.length ? [`${name}=${parts.join(DELIMITERS[style] ?? ",")}`] : [];
}

/** The style `simple`, `label` or `matrix` (RFC 6570, 3.2.2, 3.2.5 and 3.2.7). */
function joined(value: unknown, parameter: Styled): string {
  const { place, type, style, explode, refuse } = parameter;
  const name = encodeURIComponent(parameter.name);
  const parts = texts(value, parameter);
  if (!parts.length && place === "path") refuse("is empty");
  if (style === "label") return `.${parts.join(explode ? "." : ",")}`;
  if (style !== "matrix") return parts.join(",");
  if (!explode) return `;${name}=${parts.join(",")}`;
  return parts.map((part) => (type === "object" ? `;${part}` : `;${name}=${part}`)).join("");
}

/** What a style joins: the items of an array, the names and members of an object, or the one text of a primitive. */
function texts(value: unknown, parameter: Styled): string[] {
  const { type, items, explode, refuse } = parameter;
  if (type === "array") {
    return Array.isArray(value)
      ? value.filter((item) => item !== undefined && item !== null).map((item) => one(item, items, parameter))
      : refuse("must be an array");
  }
  if (type !== "object") return [one(value, type, parameter)];
  return members(value, refuse).flatMap(([key, member]) => {
    const name = one(key, "string", parameter);
    const text = one(member, "any", parameter);
    return explode ? `${name}=${text}` : [name, text];
  });
}

function one(value: unknown, kind: ParameterKind, { encode, refuse }: Styled): string {
  return encode(scalarText(value, kind, refuse), refuse);
}

/** Names and values of an object, without what is undefined or null. */
function members(value: unknown, refuse: Refuse): [string, unknown][] {
  if (!isPlain(value)) return refuse("must be an object");
  return Object.entries(value).filter(([, member]) => member !== undefined && member !== null);
}
