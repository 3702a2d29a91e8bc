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

type ParameterDefinitions = Readonly<Record<string, ParameterDefinition>>;

/**
 * Places of parameters, and what makes a text fit for each.
 *
 * A text in the path is percent-encoded, so that a value is one segment, or part of one, and can't leave it. Dot
 * segments, which URL parsers resolve even when they are encoded, are refused (RFC 3986, 5.2.4), and so is what leaves a
 * segment empty.
 */
export const PLACES: Readonly<Record<Parameter["place"], Parameter["encode"]>> = {
  path: (text, refuse) => (/^\.{0,2}$/.test(text) ? refuse(`is "${text}", another path`) : encodeURIComponent(text)),
  query: encodeURIComponent,
  header: String,
};

/**
 * Makes text of a call's parameters. One that is undefined or null is left out, and so is an empty list or object in a query.
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
  const places = over(NOTHING, definition.parameters);
  let { path } = definition;
  let query = "";
  let headers: Record<string, string> | undefined;
  let place: Parameter["place"], name: string;
  // One for all, of what is looked at: a call allocates as little as it can.
  const refuse: Refuse = (why) => refusal(operation, `${place} parameter "${name}"`)(why);
  for (place of Object.keys(PLACES) as Parameter["place"][]) {
    const known: ParameterDefinitions = places[place] ?? {};
    const given = knownMembers(input[place], known, `${place} parameter`, operation);
    let parameter: ParameterDefinition;
    for ([name, parameter] of Object.entries(known)) {
      const value = given[name];
      if (value == null) {
        if (place === "path" || Object.hasOwn(parameter as object, "required")) refuse("is missing");
        continue;
      }
      const label = place === "path" ? `{${name}}` : encodeURIComponent(name);
      const text = serialize(value, { place, name, label, definition: parameter, encode: PLACES[place], refuse });
      if (place === "path") path = path.replaceAll(label, () => text);
      else if (place === "header") (headers ??= {})[name] = text;
      else if (text) query += (query ? "&" : "?") + text;
    }
  }
  return { target: path + query, headers };
}
