import type { ParameterDefinition, ParameterKind } from "./api-definition.ts";
import { ConfigError } from "./errors.ts";

/** Names a parameter in a refusal: never its value, which may be personal. */
export type Refuse = (why: string) => never;

/** A parameter's definition in full. */
export type Parameter = Exclude<ParameterDefinition, string> & {
  readonly name: string;
  readonly style: string;
  readonly explode: boolean;
  readonly refuse: Refuse;
};

type Definitions = Readonly<Record<string, ParameterDefinition>>;

/** What is made of an operation's definitions at its first call. */
const made = new WeakMap<Definitions, readonly Parameter[]>();

/** The parameters of an operation in one place, with the defaults of OpenAPI's Parameter Object. */
export function parametersOf(
  operation: string,
  place: "path" | "query" | "header",
  definitions: Definitions | undefined,
): readonly Parameter[] {
  if (!definitions) return [];
  let parameters = made.get(definitions);
  if (!parameters) {
    parameters = Object.entries(definitions).map(([name, definition]) => {
      const shape = typeof definition === "string" ? { type: definition } : definition;
      const { style = place === "query" ? "form" : "simple" } = shape;
      const { explode = style === "form" || style === "deepObject" } = shape;
      const refuse: Refuse = (why) => {
        throw new ConfigError(`${place} parameter "${name}" ${why}`, { operation });
      };
      return { ...shape, name, style, explode, refuse };
    });
    made.set(definitions, parameters);
  }
  return parameters;
}

/** The parameter as it is for a value: where the spec allows several types, the value decides. */
export function shapeOf(parameter: Parameter, value: unknown): Parameter {
  if (parameter.type !== "any") return parameter;
  return { ...parameter, type: Array.isArray(value) ? "array" : isRecord(value) ? "object" : "any" };
}

/** A caller's value by its name; what every object inherits (`constructor`) is not one. */
export function own(values: unknown, name: string): unknown {
  return Object.hasOwn(Object(values), name) ? (values as Record<string, unknown>)[name] : undefined;
}

/**
 * The parts of a value that a style joins: the items of an array, the names and members of an object, or the one text
 * of a primitive.
 *
 * @throws {ConfigError} by `refuse`
 */
export function texts(
  value: unknown,
  parameter: Parameter,
  encode: (text: string, parameter: Parameter) => string,
): string[] {
  const { type, items = "any", explode, refuse } = parameter;
  const one = (part: unknown, kind: ParameterKind): string => encode(primitiveText(part, kind, refuse), parameter);
  if (type === "array") {
    return Array.isArray(value) ? value.map((item) => one(item, items)) : refuse("must be an array");
  }
  if (type !== "object") return [one(value, type)];
  return members(value, refuse).flatMap(([name, member]) => {
    const text = one(member, "any");
    return explode ? `${encode(name, parameter)}=${text}` : [encode(name, parameter), text];
  });
}

/** Names and values of an object, without what is undefined. */
export function members(value: unknown, refuse: Refuse): [string, unknown][] {
  if (!isRecord(value)) return refuse("must be an object");
  return Object.entries(value).filter(([, member]) => member !== undefined);
}

function isRecord(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

/**
 * A primitive as text, if it is one that the spec's type can carry.
 *
 * @throws {ConfigError} by `refuse`
 */
export function primitiveText(value: unknown, kind: ParameterKind, refuse: Refuse): string {
  if (kind === "json") return wellFormed(toJson(value, refuse), refuse);
  if (value instanceof Date && /^(date|any)/.test(kind)) {
    if (Number.isNaN(value.getTime())) refuse("is an invalid Date");
    return kind === "date" ? value.toISOString().slice(0, 10) : value.toISOString();
  }
  const wanted = kind === "integer" ? "number" : kind.startsWith("date") ? "string" : kind;
  const type = typeof value;
  const fits = wanted === "any" ? /^(string|number|boolean)$/.test(type) : type === wanted && type !== "object";
  if (!fits) {
    const given = value === null ? "null" : Array.isArray(value) ? "array" : type;
    refuse(`must be of type ${kind === "any" ? "string, number or boolean" : kind}, not ${given}`);
  }
  if (type === "number" && !(kind === "integer" ? Number.isSafeInteger(value) : Number.isFinite(value))) {
    refuse(`must be ${kind === "integer" ? "a whole" : "a finite"} number`);
  }
  return wellFormed(String(value), refuse);
}

/** The text, if it is well-formed unicode: a lone surrogate has no UTF-8 form. */
function wellFormed(text: string, refuse: Refuse): string {
  if (/\p{Cs}/u.test(text)) refuse("has a lone surrogate: it is not well-formed unicode");
  return text;
}

function toJson(value: unknown, refuse: Refuse): string {
  try {
    return JSON.stringify(value) ?? refuse("can't be sent as JSON");
  } catch {
    return refuse("can't be sent as JSON (a cycle or a bigint)");
  }
}
