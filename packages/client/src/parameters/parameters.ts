import type { OperationDefinition } from "../definition/operation-definition.ts";
import type { ParameterDefinition } from "../definition/parameter-definition.ts";
import type { Parameter, ParameterSerializer } from "../definition/serializers.ts";
import { refusal, type Refuse } from "../errors/refusal.ts";
import { knownMembers } from "../options/known-members.ts";

/** A call's parameters, each in its place. */
export interface Placed {
  /** The path filled in, and the query with its "?". */
  readonly target: string;
  /** By name as in the spec. Undefined where there is none. */
  readonly headers: Readonly<Record<string, string>> | undefined;
}

type ParameterDefinitions = Readonly<Record<string, ParameterDefinition>>;

/** What is made of an operation's parameters at its first call. */
const made = new WeakMap<OperationDefinition, readonly Parameter[]>();

const ENCODERS: Readonly<Record<Parameter["place"], Parameter["encode"]>> = {
  path: encodeSegment,
  query: encodeURIComponent,
  header: String,
};

/**
 * Makes text of a call's parameters. One that is undefined is left out, and so is an empty list or object in a query.
 *
 * @param input - the caller's values by place and name
 * @throws {ConfigError} for a required one that is missing, one that the spec does not have, or a value that can't be
 * sent as the definition says
 */
export function placeParameters(
  operation: string,
  definition: OperationDefinition,
  input: { readonly [Place in Parameter["place"]]?: unknown },
  serialize: ParameterSerializer,
): Placed {
  let { path } = definition;
  let query = "";
  let headers: Record<string, string> | undefined;
  const given: Record<string, Record<string, unknown>> = {};
  for (const place of ["path", "query", "header"] as const) {
    given[place] = knownMembers(input[place], definition.parameters?.[place] ?? {}, `${place} parameter`, operation);
  }
  for (const parameter of parametersOf(operation, definition)) {
    const { place, name, label, refuse } = parameter;
    const value = given[place]?.[name];
    if (value === undefined) {
      if (place === "path" || (parameter.definition as { required?: true }).required) refuse("is missing");
      continue;
    }
    const text = serialize(value, parameter);
    if (place === "path") path = path.replaceAll(label, () => text);
    else if (place === "header") (headers ??= {})[name] = text;
    else if (text) query += (query ? "&" : "?") + text;
  }
  return { target: path + query, headers };
}

function parametersOf(operation: string, definition: OperationDefinition): readonly Parameter[] {
  let list = made.get(definition);
  if (!list) {
    const places = Object.entries(definition.parameters ?? {}) as [Parameter["place"], ParameterDefinitions][];
    list = places.flatMap(([place, definitions]) =>
      Object.entries(definitions).map(([name, parameter]) => {
        const refuse = refusal(operation, `${place} parameter "${name}"`);
        const label = place === "path" ? `{${name}}` : encodeURIComponent(name);
        return { place, name, label, definition: parameter, encode: ENCODERS[place], refuse };
      }),
    );
    made.set(definition, list);
  }
  return list;
}

/**
 * Percent-encoded, so that a value is one segment, or part of one, and can't leave it. Dot segments, which URL parsers
 * resolve even when they are encoded, are refused (RFC 3986, 5.2.4), and so is what leaves a segment empty.
 */
function encodeSegment(text: string, refuse: Refuse): string {
  return /^\.{0,2}$/.test(text) ? refuse(`is "${text}", which would call another path`) : encodeURIComponent(text);
}
