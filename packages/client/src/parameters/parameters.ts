import type { OperationDefinition } from "../definition/operation-definition.ts";
import type { ParameterDefinition } from "../definition/parameter-definition.ts";
import type { Parameter, ParameterSerializer } from "../definition/serializers.ts";
import { refusal, type Refuse } from "../errors/refusal.ts";
import { knownMembers } from "../options/known-members.ts";
import { NOTHING, over } from "../options/over.ts";

/** A call's parameters, each in its place. */
export interface Placed {
  /** The path filled in, and the query with its "?". */
  readonly target: string;
  /** By name as in the spec. Undefined where there is none. */
  readonly headers: Readonly<Record<string, string>> | undefined;
}

/**
 * An operation's parameters by place and name: what does not change from call to call, which then allocates little.
 * Without prototypes, so that it can be gone through as it is.
 */
export type ParameterPlan = Readonly<Record<Parameter["place"], Readonly<Record<string, Parameter>>>>;

/**
 * Places of parameters, and what makes a text fit for each.
 *
 * A text in the path is percent-encoded, so that a value is one segment, or part of one, and can't leave it. Dot
 * segments, which URL parsers resolve even when they are encoded, are refused (RFC 3986, 5.2.4), and so is what leaves a
 * segment empty.
 */
export const PLACES: Readonly<Record<Parameter["place"], (text: string, refuse: Refuse) => string>> = {
  path: (text, refuse) => (/^\.{0,2}$/.test(text) ? refuse(`is "${text}", another path`) : encodeURIComponent(text)),
  query: encodeURIComponent,
  header: String,
};

/** Plans the parameters of an operation. */
export function planParameters(operation: string, { parameters }: OperationDefinition): ParameterPlan {
  const definitions = over(NOTHING, parameters);
  const plan = over(NOTHING) as Record<Parameter["place"], Record<string, Parameter>>;
  for (const place of Object.keys(PLACES) as Parameter["place"][]) {
    plan[place] = over(NOTHING) as Record<string, Parameter>;
    for (const [name, definition] of Object.entries<ParameterDefinition>(definitions[place] ?? {})) {
      plan[place][name] = { place, name, definition, refuse: refusal(operation, `${place} parameter "${name}"`) };
    }
  }
  return plan;
}

/**
 * Makes text of a call's parameters. One that is undefined or null is left out, and so is an empty list or object in a query.
 *
 * @param input - the caller's values by place and name
 * @throws {ConfigError} for a required one that is missing, one that the spec does not have, or a value that can't be
 * sent as the definition says
 */
export function placeParameters(
  operation: string,
  path: string,
  plan: ParameterPlan,
  input: { readonly [Place in Parameter["place"]]?: unknown },
  serialize: ParameterSerializer,
): Placed {
  let query = "";
  let headers: Record<string, string> | undefined;
  let place: Parameter["place"];
  for (place in plan) {
    const known = plan[place];
    const given = knownMembers(input[place], known, `${place} parameter`, operation);
    for (const name in known) {
      const parameter = known[name] as Parameter;
      const value = given[name];
      if (value != null) {
        const text = serialize(value, parameter);
        // Percent-encoded, it has no "$", which would be special.
        if (place === "path") path = path.replaceAll(`{${name}}`, text);
        else if (place === "header") (headers ??= {})[name] = text;
        else if (text) query += (query ? "&" : "?") + text;
      } else if (place === "path" || Object.hasOwn(parameter.definition as object, "required")) {
        parameter.refuse("is missing");
      }
    }
  }
  return { target: path + query, headers };
}
