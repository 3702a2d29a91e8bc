import { styledParameter } from "../parameters/styled-parameter.ts";
import { entriesOf, fieldsOf } from "./fields.ts";
import type { FormInput } from "./form-input.ts";

/** A form as `application/x-www-form-urlencoded` (WHATWG URL, 5; a space is written `%20`, which stands for the same). */
export function urlencodedBody({ body, refuse, encoding = {} }: FormInput): string {
  if (body instanceof URLSearchParams) return body.toString();
  const pairs: string[] = [];
  for (const [name, value] of entriesOf(body, refuse)) {
    const own = Object.hasOwn(encoding, name) ? (encoding[name] ?? {}) : {};
    const { style, explode, allowReserved } = own;
    const label = encodeURIComponent(name);
    if (style !== undefined || explode !== undefined || allowReserved) {
      const definition = { ...own, type: "any" } as const;
      const place = { place: "query", name, label, definition, encode: encodeURIComponent } as const;
      const text = styledParameter(value, {
        ...place,
        refuse: (why) => refuse(`has in "${name}" what can't be sent: it ${why}`),
      });
      if (text) pairs.push(text);
      continue;
    }
    for (const field of fieldsOf(name, value, own, refuse)) {
      if (typeof field.value !== "string") refuse(`has a file in "${name}", which a urlencoded form can't carry`);
      pairs.push(`${label}=${encodeURIComponent(field.value as string)}`);
    }
  }
  return pairs.join("&");
}
