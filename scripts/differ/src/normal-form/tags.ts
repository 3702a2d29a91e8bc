import { below, isObject, type JsonObject } from "@x/openapi";
import { anything, type Shape } from "./shape.ts";
import type { Node, Place, Side } from "./side.ts";

/** What a discriminator says of an alternative: the values of its tag, where they are not at odds with what stands there. */
export function tagOf(side: Side, { value, pointer }: Place, leaf: Node, shapes: readonly Shape[]): Shape | undefined {
  const discriminator = value["discriminator"];
  if (!isObject(discriminator) || typeof discriminator["propertyName"] !== "string" || leaf.name === undefined)
    return undefined;
  const name = discriminator["propertyName"];
  const mapping = Object.entries(isObject(discriminator["mapping"]) ? discriminator["mapping"] : ({} as JsonObject));
  const mapped = mapping
    .filter(([, target]) => String(target).replace(/^.*\//, "") === leaf.name)
    .map(([each]) => each);
  const values = mapped.length > 0 ? mapped : [leaf.name];
  const contradicts = shapes.some((shape) =>
    shape.objects.some(({ properties }) => {
      const written = properties.get(name)?.places[0]?.value;
      const listed = written?.["const"] === undefined ? written?.["enum"] : [written["const"]];
      return Array.isArray(listed) && !listed.some((each) => values.includes(String(each)));
    }),
  );
  if (contradicts) return undefined;
  const place = { pointer: below(pointer, "discriminator", leaf.name), value: { enum: values } };
  return {
    ...anything,
    objects: [{ pointer, properties: new Map([[name, side.nodeOf([place])]]), patterns: [], additional: undefined }],
    required: new Set([name]),
  };
}
