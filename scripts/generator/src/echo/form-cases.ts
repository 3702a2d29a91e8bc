import type { Json, JsonObject } from "@x/openapi";
import { isDeepStrictEqual } from "node:util";
import qs from "qs";
import { parseTemplate } from "url-template";
import { oneOf, type Random } from "../additions/random.ts";
import { difference, type EchoCase } from "./echo-case.ts";
import type { Received } from "./echo-server.ts";
import { asText, isEmpty, list, nested, pruned, record, scalar } from "./random-values.ts";
import { partsOf, type Part } from "./read-multipart.ts";

const NAMES = ["a", "b", "c", "d"];
const STYLES = ["form", "spaceDelimited", "pipeDelimited"];

interface Field {
  readonly name: string;
  readonly value: unknown;
  readonly encoding: JsonObject | undefined;
}

/** A form with fields of every kind, written as usual or as its `encoding` says. */
export function formCase(random: Random, mediaType: string): EchoCase {
  const isMultipart = mediaType.startsWith("multipart");
  const fields = NAMES.slice(0, 1 + Math.floor(random() * NAMES.length)).map((name) =>
    fieldOf(random, name, isMultipart),
  );
  const body = Object.fromEntries(fields.map(({ name, value }) => [name, value]));
  const encoding = Object.fromEntries(fields.flatMap(({ name, encoding: own }) => (own ? [[name, own]] : [])));
  const media = { schema: { type: "object" }, ...(Object.keys(encoding).length && { encoding }) };
  const beside = random() < 0.3 ? { "application/json": { schema: { type: "object" } } } : {};
  const chosen = "application/json" in beside ? { contentType: mediaType } : {};
  return {
    what: `${mediaType} ${JSON.stringify(encoding)} of ${JSON.stringify(body)}`,
    method: "post",
    path: "",
    operation: { requestBody: { required: true, content: { [mediaType]: media, ...beside } } as Json },
    input: { body, ...chosen },
    isRefused: false,
    judge: (received) => (isMultipart ? judgeParts(received, fields) : judgePairs(received, fields)),
  };
}

function fieldOf(random: Random, name: string, isMultipart: boolean): Field {
  const kind = random();
  if (isMultipart && kind < 0.3) return fileOf(random, name);
  if (kind < 0.45) return { name, value: random() < 0.1 ? null : scalar(random), encoding: undefined };
  if (kind < 0.6) return { name, value: list(random), encoding: undefined };
  if (kind < 0.7) return { name, value: nested(random, 1), encoding: undefined };
  if (kind < 0.8)
    return {
      name,
      value: oneOf(random, [nested(random, 1), list(random)]),
      encoding: { contentType: "application/json" },
    };
  if (kind < 0.9) return { name, value: nested(random), encoding: { style: "deepObject", explode: true } };
  if (isMultipart) return { name, value: String(scalar(random)), encoding: { contentType: "application/xml" } };
  const style = oneOf(random, STYLES);
  return {
    name,
    value: oneOf(random, [list(random), record(random)]),
    encoding: { style, explode: style === "form" && random() < 0.5 },
  };
}

function fileOf(random: Random, name: string): Field {
  const bytes = Uint8Array.from({ length: Math.floor(random() * 20) }, () => Math.floor(random() * 256));
  const type = oneOf(random, ["", "image/png", "text/plain"]);
  const value = oneOf<() => unknown>(random, [
    () => bytes,
    () => new Blob([bytes], { type }),
    () => new File([bytes], "a é.bin", { type }),
  ])();
  return {
    name,
    value,
    encoding:
      random() < 0.3
        ? { contentType: oneOf(random, ["application/pdf", "image/png, image/jpeg", "image/*"]) }
        : undefined,
  };
}

/** By URLSearchParams and qs: pairs in their order, deep ones as an object. */
function judgePairs({ body, headers }: Received, fields: readonly Field[]): string | undefined {
  const text = body.toString();
  const isDeep = ({ encoding }: Field): boolean => encoding?.["style"] === "deepObject";
  for (const { name, value } of fields.filter(isDeep)) {
    const read: unknown = qs.parse(text, { depth: 20, arrayLimit: 1_000 })[name];
    const expected = pruned(asText(value));
    const plain: unknown = read === undefined ? undefined : JSON.parse(JSON.stringify(read));
    if (!isDeepStrictEqual(plain, expected)) return difference(name, read, expected);
  }
  const flat = fields.filter((field) => !isDeep(field));
  const pairs = [...new URLSearchParams(text)].filter(
    ([key]) => !fields.some((field) => isDeep(field) && key.startsWith(`${field.name}[`)),
  );
  return (
    difference("pairs", pairs, flat.flatMap(pairsOf)) ??
    difference("type", headers["content-type"], "application/x-www-form-urlencoded")
  );
}

function pairsOf({ name, value, encoding }: Field): [string, string][] {
  if (value === null || value === undefined) return [];
  const style = encoding?.["style"];
  if (style === undefined) return valuesOf(value, encoding).map((text) => [name, text]);
  if (isEmpty(asText(value))) return [];
  const expanded = parseTemplate(`{?${name}${encoding?.["explode"] === true ? "*" : ""}}`).expand({
    [name]: asText(value),
  } as never);
  const delimiter = style === "spaceDelimited" ? "%20" : style === "pipeDelimited" ? "%7C" : ",";
  return [...new URLSearchParams(expanded.replaceAll(",", delimiter))];
}

/** A field's texts by OpenAPI's defaults: a list is one an item, an object is JSON. */
function valuesOf(value: unknown, encoding: JsonObject | undefined): string[] {
  if (encoding?.["contentType"] === "application/json") return [JSON.stringify(value)];
  const items = (Array.isArray(value) ? (value as unknown[]) : [value]).filter(
    (item) => item !== null && item !== undefined,
  );
  return items.map((item) => (typeof item === "object" ? JSON.stringify(item) : String(item)));
}

/** By busboy: each part with its name, its type and what is in it. */
async function judgeParts(received: Received, fields: readonly Field[]): Promise<string | undefined> {
  const parts = await partsOf(received);
  const isDeep = ({ encoding }: Field): boolean => encoding?.["style"] === "deepObject";
  for (const { name, value } of fields.filter(isDeep)) {
    const own = parts.filter((part) => part.name.startsWith(`${name}[`));
    const query = own
      .map((part) => `${part.name.replaceAll(/[^[\]]+/g, encodeURIComponent)}=${encodeURIComponent(part.value)}`)
      .join("&");
    const read: unknown = qs.parse(query, { depth: 20, arrayLimit: 1_000 })[name];
    const plain: unknown = read === undefined ? undefined : JSON.parse(JSON.stringify(read));
    if (!isDeepStrictEqual(plain, pruned(asText(value)))) return difference(name, read, asText(value));
  }
  const flat = parts.filter((part) => !fields.some((field) => isDeep(field) && part.name.startsWith(`${field.name}[`)));
  const expected = await Promise.all(fields.filter((field) => !isDeep(field)).map(partsExpected));
  return difference("parts", flat, expected.flat());
}

async function partsExpected({ name, value, encoding }: Field): Promise<Part[]> {
  if (value === null || value === undefined) return [];
  const said = encoding?.["contentType"] as string | undefined;
  if (value instanceof Blob || value instanceof Uint8Array) {
    const blob = value instanceof Blob ? value : new Blob([value as Uint8Array<ArrayBuffer>]);
    const own = blob.type || "application/octet-stream";
    const isFree = said === undefined || said.split(", ").includes(own) || said === "image/*";
    const hex = Buffer.from(await blob.arrayBuffer()).toString("hex");
    return [
      {
        name,
        value: hex,
        type: isFree ? own : (said.split(", ")[0] as string),
        filename: value instanceof File ? value.name : "blob",
      },
    ];
  }
  const items = said === "application/json" ? [value] : Array.isArray(value) ? (value as unknown[]) : [value];
  return items.flatMap((item): Part[] => {
    if (item === null || item === undefined) return [];
    const isJson = said === "application/json" || typeof item === "object";
    return [
      {
        name,
        value: isJson ? JSON.stringify(item) : String(item),
        type: said ?? (isJson ? "application/json" : "text/plain"),
      },
    ];
  });
}
