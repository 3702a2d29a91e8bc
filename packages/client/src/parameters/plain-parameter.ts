import type { ParameterSerializer } from "../definition/serializers.ts";
import { primitiveText } from "../serialization/primitive.ts";

/** Strings, numbers and booleans in the default style of their place: all that most APIs have. */
export const plainParameter: ParameterSerializer = (value, { place, label, definition, encode, refuse }) => {
  const kind = typeof definition === "string" ? definition : definition.type;
  const text = encode(primitiveText(value, kind, refuse), refuse);
  return place === "query" ? `${label}=${text}` : text;
};
