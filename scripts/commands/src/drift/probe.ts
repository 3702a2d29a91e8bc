import { createHash } from "node:crypto";
import { flatten, typesOf, type Spec, type SpecOperation } from "@x/contract";
import { at, below, objectOf } from "@x/openapi";
import type { Asked } from "./recorder.ts";

/** A request that is wrong on purpose, and safe: it reads, and what it names does not exist. */
export interface Probe {
  /** What is wrong with it: `without a key`. */
  readonly what: string;
  readonly asked: Asked;
  /** What it says of the API when the response is a success. */
  readonly accepted: "no key needed" | "wrong type accepted" | undefined;
}

/**
 * What can be asked wrongly of an operation that was asked rightly: without a key, with made-up ids, and, when that is
 * allowed, with a parameter of a wrong type.
 *
 * @param asked - the right request
 * @param given - the values of its parameters by name
 */
export function probesOf(
  spec: Spec,
  operation: SpecOperation,
  asked: Asked,
  given: ReadonlyMap<string, string>,
  wrongTypes: boolean,
): Probe[] {
  const probes: Probe[] = [];
  if (operation.security.length)
    probes.push({ what: "without a key", asked: keyless(spec, operation, asked), accepted: "no key needed" });
  const unknown = withMadeUpIds(operation, asked, given);
  if (unknown !== undefined)
    probes.push({ what: "with a made-up id", asked: { ...asked, path: unknown }, accepted: undefined });
  const typed = wrongTypes ? operation.parameters.find((parameter) => isTyped(spec, parameter)) : undefined;
  if (typed !== undefined) {
    const path = withQuery(asked.path, (query) => query.set(typed.name, "neither"));
    probes.push({ what: `with a wrong ${typed.name}`, asked: { ...asked, path }, accepted: "wrong type accepted" });
  }
  return probes;
}

/** Without all that any scheme of the operation's puts in, wherever that is. */
function keyless(spec: Spec, operation: SpecOperation, { path, headers }: Asked): Asked {
  const left = new Map(Object.entries(headers));
  left.delete("authorization");
  const inQuery: string[] = [];
  for (const name of new Set(operation.security.flat())) {
    const scheme = objectOf(at(spec.document, below("/components/securitySchemes", name)));
    if (scheme["type"] !== "apiKey") continue;
    if (scheme["in"] === "query") inQuery.push(String(scheme["name"]));
    else left.delete(scheme["in"] === "cookie" ? "cookie" : String(scheme["name"]).toLowerCase());
  }
  const asked = withQuery(path, (query) => inQuery.forEach((name) => query.delete(name)));
  return { path: inQuery.length ? asked : path, headers: Object.fromEntries(left) };
}

/** The path with other ids of the same shape; undefined where it has none. */
function withMadeUpIds(
  { path: template, parameters }: SpecOperation,
  { path }: Asked,
  given: ReadonlyMap<string, string>,
): string | undefined {
  const search = path.indexOf("?");
  let made = template;
  for (const { name, place } of parameters) {
    if (place === "path") made = made.replace(`{${name}}`, () => encodeURIComponent(madeUp(given.get(name) ?? "")));
  }
  if (made === template || made.includes("{")) return undefined;
  return search < 0 ? made : made + path.slice(search);
}

/** An id of the same shape, which nobody has: digits for digits, letters for letters. A UUID stays one of its version. */
export function madeUp(id: string): string {
  const noise = createHash("sha512").update(id).digest("hex");
  const isUuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(id);
  const isHex = isUuid || /^[\da-f]+$/i.test(id);
  return Array.from(id, (character, index) => {
    // The version and the variant.
    if (isUuid && (index === 14 || index === 19)) return character;
    const drawn = Number.parseInt(noise[index % noise.length] as string, 16);
    if (/\d/.test(character)) return String(drawn % 10);
    if (!/[a-z]/i.test(character)) return character;
    const letter = String.fromCharCode("a".charCodeAt(0) + (drawn % (isHex ? 6 : 16)));
    return character === character.toUpperCase() ? letter.toUpperCase() : letter;
  }).join("");
}

function isTyped(spec: Spec, { place, schema, json }: SpecOperation["parameters"][number]): boolean {
  if (place !== "query" || schema === undefined || json) return false;
  const types = typesOf(flatten(spec.jsonSchema.request, schema));
  return types.length === 1 && ["boolean", "integer", "number"].includes(String(types[0]));
}

function withQuery(path: string, change: (query: URLSearchParams) => void): string {
  const start = path.indexOf("?");
  const query = new URLSearchParams(start < 0 ? "" : path.slice(start));
  change(query);
  return `${start < 0 ? path : path.slice(0, start)}${query.size ? `?${query}` : ""}`;
}
