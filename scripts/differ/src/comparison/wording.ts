import { homeOf } from "./compare.ts";
import { propertyNames } from "../normal-form/members.ts";
import type { Norm } from "../normal-form/norm.ts";
import type { Shape } from "../normal-form/shape.ts";
import type { Kind } from "../normal-form/values.ts";
import { nameOf } from "../wording.ts";

/** The places that an alternative does not share with the others. */
export function ownPlaces({ places }: Shape, whole: Norm): Shape["places"] {
  const shared = new Set(whole.places.map(({ pointer }) => pointer));
  return places.filter(({ pointer }) => !shared.has(pointer));
}

/** Whether all have a property that they demand and give values of its own in each. */
export function isTaggedBy(shapes: readonly Shape[]): boolean {
  const [first] = shapes;
  return first !== undefined && [...first.required].some((name) => shapes.every((shape) => isTag(shape, name)));
}

function isTag(shape: Shape, name: string): boolean {
  if (!shape.required.has(name)) return false;
  const written = shape.objects.flatMap(({ properties }) => properties.get(name)?.places ?? []);
  return written.some(({ value }) => value["const"] !== undefined || Array.isArray(value["enum"]));
}

/** What a person would call an alternative: by its name, else by what it is. */
export function nameAlternative(kind: Kind, shape: Shape): string {
  const home = homeOf(shape);
  if (/^\/components\/schemas\/[^/]+$/.test(home)) return nameOf(home);
  const names = [...propertyNames(shape)].slice(0, 3).join(", ");
  const article = /^[aeiou]/.test(kind) ? "an" : "a";
  return `${article} ${kind}${names === "" ? "" : ` with ${names}`}`;
}
