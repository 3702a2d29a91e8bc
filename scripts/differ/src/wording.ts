import { isObject, keysOf, type Json } from "@x/openapi";
import type { Direction } from "./rules/verdict.ts";

const adjectives: Record<Direction, string> = { request: "request", response: "response", component: "" };

/** "request property", "response property" or just "property". */
export function inDirection(direction: Direction, noun: string): string {
  return `${adjectives[direction]} ${noun}`.trimStart();
}

/**
 * A pointer as a person would name the thing: `Session.user_id`, `200 sessions[]`, `parameter limit`.
 *
 * @param look - finds what is at a pointer: a parameter of an operation has its name inside
 */
export function nameOf(pointer: string, look: (pointer: string) => Json | undefined = () => undefined): string {
  const segments = keysOf(pointer);
  let name = "";
  for (let index = 0; index < segments.length; index += 1) {
    const segment = segments[index] ?? "";
    const following = segments[index + 1] ?? "";
    if (index === 0 && (segment === "components" || segment === "paths")) {
      name = segment === "paths" ? "" : (segments[index + 2] ?? "");
      index += segment === "paths" ? 1 : 2;
    } else if (segment === "properties" || segment === "headers") {
      name += `${name === "" || name.endsWith(" ") ? "" : "."}${following}`;
      index += 1;
    } else if (segment === "items") name += "[]";
    else if (segment === "additionalProperties") name += ".*";
    else if (["oneOf", "anyOf", "allOf", "prefixItems"].includes(segment) && following !== "") {
      name += ` (${segment} ${following})`;
      index += 1;
    } else if (segment === "responses" && following !== "") {
      name += `${following} `;
      index += 1;
    } else if (segment === "parameters" && following !== "") {
      const parameter = look(
        `/${pointer
          .split("/")
          .slice(1, index + 3)
          .join("/")}`,
      );
      const inside = isObject(parameter) ? parameter["name"] : undefined;
      name += `parameter ${typeof inside === "string" ? inside : following} `;
      index += 1;
    } else if (segment === "requestBody") name += "body ";
  }
  return name.trim() === "" ? pointer : name.trim();
}

/** A value as it would be written, cut where it gets long. */
export function show(value: Json | undefined): string {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** A few values, and how many more. */
export function list(values: readonly Json[]): string {
  const shown = values.slice(0, 5).map((value) => show(value));
  if (values.length > shown.length) shown.push(`${values.length - shown.length} more`);
  return shown.length < 2 ? shown.join("") : `${shown.slice(0, -1).join(", ")} and ${shown[shown.length - 1] ?? ""}`;
}
