import type { Json, JsonObject } from "@x/openapi";
import { isDeepStrictEqual } from "node:util";
import qs from "qs";
import { parseTemplate } from "url-template";
import { oneOf, type Random } from "../additions/random.ts";
import { difference, type EchoCase } from "./echo-case.ts";
import type { Received } from "./echo-server.ts";
import { asText, isEmpty, list, nested, number, pruned, record, scalar, text } from "./random-values.ts";

const STYLES = {
  path: ["simple", "label", "matrix"],
  query: ["form", "spaceDelimited", "pipeDelimited", "deepObject"],
  header: ["simple"],
} as const;
type Place = keyof typeof STYLES;

const string = { type: "string" };
const scalars = { oneOf: [string, { type: "number" }, { type: "boolean" }] };
/** Schemas of parameters, and values of each. */
const KINDS: Record<string, [schema: JsonObject, value: (random: Random, isLatin: boolean) => unknown]> = {
  string: [string, text],
  number: [{ type: "number" }, number],
  boolean: [{ type: "boolean" }, (random) => random() < 0.5],
  "date-time": [{ type: "string", format: "date-time" }, (random) => new Date(Math.floor(random() * 4e12))],
  date: [
    { type: "string", format: "date" },
    (random) => new Date(2000 + Math.floor(random() * 50), Math.floor(random() * 12), 1 + Math.floor(random() * 28)),
  ],
  array: [{ type: "array", items: scalars }, list],
  object: [{ type: "object", additionalProperties: scalars }, record],
  union: [
    { oneOf: [string, { type: "array", items: string }] },
    (random, isLatin) => (random() < 0.5 ? text(random, isLatin) : list(random, isLatin).map(String)),
  ],
  any: [
    {},
    (random, isLatin) =>
      oneOf<() => unknown>(random, [
        () => scalar(random, isLatin),
        () => list(random, isLatin),
        () => record(random, isLatin),
        () => new URL("https://a.test/b?c=d"),
        () => new Date(0),
      ])(),
  ],
  null: [{ type: ["string", "null"] }, () => null],
  nested: [{ type: "object" }, (random) => nested(random)],
  map: [{ type: "object" }, () => new Map([["a", "b"]])],
};

/** A parameter in any place, style and form of value that OpenAPI has. */
export function parameterCase(random: Random): EchoCase {
  const place = oneOf(random, ["path", "query", "query", "query", "header"] as const);
  if (random() < 0.08) return contentCase(random, place);
  const style = oneOf<string>(random, STYLES[place]);
  const kinds = Object.keys(KINDS).filter((each) => each !== "null" || place === "query");
  const kind = style === "deepObject" ? oneOf(random, ["object", "nested", "array"]) : oneOf(random, kinds);
  const [schema, make] = KINDS[kind] as (typeof KINDS)[string];
  const value = make(random, place === "header");
  const isExploded = oneOf(random, [undefined, true, false]);
  const explode = style === "deepObject" ? true : isExploded;
  const allowReserved = place === "query" && style === "form" && kind === "string" && random() < 0.4;
  const parameter = {
    name: "x",
    in: place,
    required: place === "path",
    schema,
    style,
    ...(explode !== undefined && { explode }),
    ...(allowReserved && { allowReserved }),
  };
  const written = { place, style, explode: explode ?? style === "form", allowReserved };
  const plain = kind === "date" ? dayOf(value as Date) : asText(value);
  return caseOf(parameter, value, isInexpressible(value, plain, written), (received) =>
    judge(received, plain, written),
  );
}

interface Written {
  readonly place: Place;
  readonly style: string;
  readonly explode: boolean;
  readonly allowReserved: boolean;
}

function caseOf(parameter: JsonObject, value: unknown, isRefused: boolean, judged: EchoCase["judge"]): EchoCase {
  const place = parameter["in"] as Place;
  return {
    what: `${JSON.stringify(parameter)} of ${JSON.stringify(value)}`,
    method: "get",
    path: place === "path" ? "/{x}" : "",
    operation: { parameters: [parameter] as Json },
    input: { [place]: { x: value } },
    isRefused,
    judge: judged,
  };
}

/** A parameter with a media type: JSON in one text, or a text as it is. */
function contentCase(random: Random, place: Place): EchoCase {
  const isJson = random() < 0.6;
  const value = isJson
    ? place === "header"
      ? record(random, true)
      : nested(random)
    : text(random, place === "header");
  const plain = isJson ? JSON.stringify(value) : value;
  const parameter = {
    name: "x",
    in: place,
    required: true,
    content: { [isJson ? "application/json" : "text/plain"]: { schema: isJson ? { type: "object" } : string } },
  };
  const written = { place, style: place === "query" ? "form" : "simple", explode: false, allowReserved: false };
  return caseOf(parameter, value, isInexpressible(value, plain, written), (received) =>
    judge(received, plain, written),
  );
}

function dayOf(date: Date): string {
  const two = (part: number): string => String(part).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** What no text in that place stands for. */
function isInexpressible(value: unknown, plain: unknown, { place, style }: Written): boolean {
  if (value instanceof Map) return true;
  const leaves = typeof plain === "object" && plain !== null ? Object.values(plain) : [plain];
  // Of an object within an object, no style but one says anything (OpenAPI, Style Values).
  if (style !== "deepObject" && leaves.some((leaf) => typeof leaf === "object")) return true;
  // Fetch, 2.2: a header's value is of bytes.
  if (place === "header" && /[^\t\x20-\xff]/.test(JSON.stringify(plain))) return true;
  if (place === "path") {
    const names = typeof plain === "object" && !Array.isArray(plain) ? Object.keys(plain as object) : [];
    return !leaves.length || [...leaves, ...names].some((leaf) => /^\.{0,2}$/.test(String(leaf)));
  }
  return false;
}

function judge(
  { target, headers }: Received,
  plain: unknown,
  { place, style, explode, allowReserved }: Written,
): string | undefined {
  const star = explode ? "*" : "";
  const expand = (template: string): string =>
    marks(parseTemplate(template).expand({ x: isEmpty(plain) ? undefined : plain } as never));
  const [path = "", query = ""] = marks(target).split("?");
  const isNothing = plain === "null";
  if (place === "header") {
    // A header is not percent-encoded (OpenAPI, Parameter Object); blanks at its ends are no part of it (RFC 9110, 5.5).
    const expected = decodeURIComponent(expand(`{x${star}}`)).trim();
    return difference("header", headers["x"] ?? "", expected);
  }
  if (place === "path") {
    const operator = style === "label" ? "." : style === "matrix" ? ";" : "";
    return difference("segment", path.split("/")[2], expand(`{${operator}x${star}}`));
  }
  if (isNothing && query === "") return undefined;
  if (style === "deepObject") {
    const read: unknown = qs.parse(query, { depth: 20, arrayLimit: 1_000, parameterLimit: 10_000 });
    const expected = pruned({ x: plain });
    return isDeepStrictEqual(JSON.parse(JSON.stringify(read)), expected ?? {})
      ? undefined
      : difference("query", read, expected);
  }
  if (allowReserved) {
    // What would end or split the query stays encoded; a percent sign always is.
    const kept = marks(parseTemplate("{+x}").expand({ x: String(plain).replaceAll("%", "\u0000") }), false);
    const expected = kept
      .replaceAll(/[&#+=]/g, encodeURIComponent)
      .replaceAll("%00", "%25")
      // The platform's URL writes it so in any query (WHATWG URL, special-query percent-encode set).
      .replaceAll("'", "%27");
    return difference("query", target.split("?").slice(1).join("?"), `x=${expected}`);
  }
  const expected = expand(`{?x${star}}`).slice(1);
  if (explode || style === "form") return difference("query", query, expected);
  // The delimiter in place of RFC 6570's comma, which stands encoded in a value.
  return difference("query", query, expected.replaceAll(",", style === "spaceDelimited" ? "%20" : "%7C"));
}

/** RFC 6570 encodes these marks as well; to a reader of URLs it is the same. */
function marks(encoded: string, isEncoded = true): string {
  return isEncoded
    ? encoded.replaceAll(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)
    : encoded;
}
