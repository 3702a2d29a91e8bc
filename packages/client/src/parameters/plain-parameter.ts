import type { ParameterSerializer } from "../definition/serializers.ts";
import { PLACES } from "./parameters.ts";
import { primitiveText } from "../serialization/primitive.ts";

/** Strings, numbers and booleans in the default style of their place: all that most APIs have. */
export const plainParameter: ParameterSerializer = (value, { place, name, definition, refuse }) => {
  const kind = typeof definition === "string" ? definition : definition.type;
  const text = PLACES[place](primitiveText(value, kind, refuse), refuse);
  return place === "query" ? `${encodeURIComponent(name)}=${text}` : text;
};
