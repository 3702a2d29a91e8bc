import { isObject, keysOf, type Json } from "@x/openapi";
import type { Direction } from "./rules/verdict.ts";

const adjectives: Record<Direction, string> = { request: "request", response: "response", component: "" };

/** "request property", "response property" or just "property". */
export function inDirection(direction: Direction, noun: string): string {
  return `${adjectives[direction]} ${noun}`.trimStart();
}

/** Of names with more parts, the middle is left out. */
const MAX_PARTS = 60;

type Look = (pointer: string) => Json | undefined;

/**
 * A pointer as a person would name the thing: `Session.user_id`, `200 body.sessions[]`, `parameter limit`.
 *
 * @param look - finds what is at a pointer: a parameter of an operation has its name inside
 */
export function nameOf(pointer: string, look: Look = () => undefined): string {
  const segments = keysOf(pointer);
  const parts: string[] = [];
  // How a name begins tells what may follow: no need to read all of a long one again and again.
  let start = "";
  for (let index = 0; index < segments.length; index += 1) {
    const part = partAt(segments, index, start, look);
    parts.push(part.text);
    if (parts.length < MAX_PARTS) start += part.text;
    index += part.skipped;
  }
  if (parts.length > MAX_PARTS) parts.splice(MAX_PARTS / 2, parts.length - MAX_PARTS, "…");
  const name = parts.join("");
  return name.trim() === "" ? nameOfWhole(segments) : name.trim();
}

interface Part {
  readonly text: string;
  /** Segments after this one that are part of it. */
  readonly skipped: number;
}

function partAt(segments: readonly string[], index: number, name: string, look: Look): Part {
  const segment = segments[index] ?? "";
  const following = segments[index + 1] ?? "";
  if (index === 0 && segment === "components") return { text: segments[2] ?? "", skipped: 2 };
  if (index === 0 && segment === "paths") return { text: "", skipped: 1 };
  if (index === 0 && segment === "webhooks") return { text: `webhook ${following} `, skipped: 1 };
  if (following === "")
    return { text: segment === "items" ? "[]" : segment === "requestBody" ? "body" : "", skipped: 0 };
  switch (segment) {
    case "properties":
    case "headers":
      return { text: `${name === "" || name.endsWith(" ") ? "" : "."}${following}`, skipped: 1 };
    case "items":
      return { text: "[]", skipped: 0 };
    case "additionalProperties":
      return { text: "[key]", skipped: 0 };
    case "patternProperties":
      return { text: "[key]", skipped: 1 };
    case "prefixItems":
      return { text: `[${following}]`, skipped: 1 };
    case "allOf":
      return { text: "", skipped: 1 };
    case "oneOf":
    case "anyOf":
      return { text: ` (alternative ${Number(following) + 1})`, skipped: 1 };
    case "responses":
      return { text: `${following.toLowerCase().replace("xx", "XX")} `, skipped: 1 };
    case "callbacks":
      return { text: `callback ${following} `, skipped: 2 };
    case "requestBody":
      return { text: "body", skipped: 0 };
    case "content":
      return { text: /^[1-5](\d\d|XX) $|^default $/.test(name) ? "body" : "", skipped: 1 };
    case "parameters": {
      const parameter = look(
        `/${segments
          .slice(0, index + 2)
          .map((each) => each.replaceAll("~", "~0").replaceAll("/", "~1"))
          .join("/")}`,
      );
      const inside = isObject(parameter) ? parameter["name"] : undefined;
      return { text: `${name}parameter ${typeof inside === "string" ? inside : following}`, skipped: 1 };
    }
    default:
      return { text: "", skipped: 0 };
  }
}

/** What has no name inside: the document, an operation, a server. */
function nameOfWhole([first, second, third]: readonly string[]): string {
  if (first === undefined) return "the document";
  if (first === "servers") return `server ${Number(second) + 1}`;
  if (first === "paths")
    return third === undefined ? `the path ${second}` : `the operation ${third.toUpperCase()} ${second}`;
  return first === "info" ? "the document" : `/${[first, second].filter((each) => each !== undefined).join("/")}`;
}

/** A sentence that begins with a capital, with an article where a thing is no name of the vendor's. */
export function sentence(text: string): string {
  const thing = String.raw`(parameter|body|callback|webhook|server|default(?= body)|[1-5](?:\d\d|XX)(?= body))\b`;
  return text
    .replace(new RegExp(`^${thing}`), "The $1")
    .replace(new RegExp(String.raw`\bof (?=${thing})`, "g"), "of the ")
    .replace(/^the /, "The ");
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
