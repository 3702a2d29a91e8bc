import { below, isObject, locate, methods, objectOf, type Json, type JsonObject } from "@x/openapi";

/** An operation as its spec describes it. Pointers lead to where things really are, `$ref`s followed. */
export interface SpecOperation {
  /** `GET /rooms/{room_id}/sessions` */
  readonly key: string;
  readonly method: string;
  readonly path: string;
  readonly pointer: string;
  readonly parameters: readonly SpecParameter[];
  readonly body: SpecBody | undefined;
  readonly responses: readonly SpecResponse[];
  /** Alternatives of scheme names; empty where no key is asked for. */
  readonly security: readonly (readonly string[])[];
}

export interface SpecParameter {
  readonly name: string;
  readonly place: "path" | "query" | "header" | "cookie";
  readonly required: boolean;
  readonly pointer: string;
  /** Pointer of the schema. */
  readonly schema: string | undefined;
  readonly style: string;
  readonly explode: boolean;
  /** Whether its value is sent as JSON (`content` instead of `schema`). */
  readonly json: boolean;
}

export interface SpecBody {
  readonly required: boolean;
  readonly content: readonly SpecMedia[];
}

export interface SpecMedia {
  readonly mediaType: string;
  readonly pointer: string;
  /** Pointer of the schema. */
  readonly schema: string | undefined;
  /** Whether it is JSON. */
  readonly json: boolean;
  /** Whether it is bytes as they are. */
  readonly bytes: boolean;
}

export interface SpecResponse {
  /** As in the spec: `200`, `4XX`, `default`. */
  readonly key: string;
  /** A status it stands for: itself, or the first of its range that is not documented otherwise. */
  readonly status: number;
  readonly content: readonly SpecMedia[];
}

/**
 * Headers that no caller sets: three follow from media types and security (OpenAPI, Parameter Object), the others say where
 * a message ends (RFC 9110, 7).
 */
export const NOBODYS_HEADERS: ReadonlySet<string> = new Set(
  "accept authorization connection content-encoding content-length content-type expect host keep-alive sec-fetch-mode te trailer transfer-encoding upgrade".split(
    " ",
  ),
);

const FORM_OR_TEXT = /^(text\/|multipart\/|application\/x-www-form-urlencoded|application\/(.+\+)?(xml|yaml))/i;

/** Every operation of a document, in its order. */
export function operationsOf(document: JsonObject): SpecOperation[] {
  const operations: SpecOperation[] = [];
  for (const path of Object.keys(objectOf(document["paths"]))) {
    const item = locate(document, below("/paths", path));
    for (const method of methods) {
      const operation = objectOf(item.value)[method];
      if (!isObject(operation)) continue;
      const pointer = below(item.pointer, method);
      operations.push({
        key: `${method.toUpperCase()} ${path}`,
        method: method.toUpperCase(),
        path,
        pointer,
        parameters: parametersOf(document, path, [item.pointer, pointer]),
        body: takesBody(method) ? bodyOf(document, pointer) : undefined,
        responses: responsesOf(document, pointer),
        security: securityOf(document, operation),
      });
    }
  }
  return operations;
}

/** The path item's parameters, replaced by the operation's own of the same name and place. */
function parametersOf(document: JsonObject, path: string, owners: readonly string[]): SpecParameter[] {
  const found = new Map<string, SpecParameter>();
  for (const owner of owners) {
    const list = objectOf(locate(document, owner).value)["parameters"];
    for (const index of Array.isArray(list) ? list.keys() : []) {
      const { value, pointer } = locate(document, below(owner, "parameters", index));
      const { name, in: place, required, schema, style, explode, content } = objectOf(value);
      if (typeof name !== "string" || typeof place !== "string") continue;
      if (isUnsent(path, name, place)) continue;
      const ownStyle = typeof style === "string" ? style : place === "query" || place === "cookie" ? "form" : "simple";
      const [media] = Object.keys(objectOf(content));
      const schemaAt = media === undefined ? below(pointer, "schema") : below(pointer, "content", media, "schema");
      found.set(`${place} ${name}`, {
        name,
        place: place as SpecParameter["place"],
        required: place === "path" || required === true,
        pointer,
        schema: isObject(schema) || media !== undefined ? schemaAt : undefined,
        style: ownStyle,
        explode: typeof explode === "boolean" ? explode : ownStyle === "form" || ownStyle === "deepObject",
        json: media !== undefined,
      });
    }
  }
  return [...found.values()];
}

/** Whether a parameter that is documented has no place in a request: a header of nobody, a segment that the path lacks. */
export function isUnsent(path: string, name: string, place: string): boolean {
  if (place === "header") return NOBODYS_HEADERS.has(name.toLowerCase());
  return place === "path" && !path.includes(`{${name}}`);
}

/** The body of a GET or HEAD is to be ignored in 3.0, and no fetch sends that of 3.1. */
function takesBody(method: string): boolean {
  return method !== "get" && method !== "head";
}

function bodyOf(document: JsonObject, operation: string): SpecBody | undefined {
  const { value, pointer } = locate(document, below(operation, "requestBody"));
  if (!isObject(value)) return undefined;
  return { required: value["required"] === true, content: contentOf(document, value, pointer) };
}

function contentOf(document: JsonObject, owner: JsonObject, pointer: string): SpecMedia[] {
  return Object.entries(objectOf(owner["content"])).map(([mediaType, media]) => {
    const at = below(pointer, "content", mediaType);
    const own = objectOf(media)["schema"] === undefined ? undefined : locate(document, below(at, "schema"));
    const bytes = isBytes(mediaType, own && objectOf(own.value));
    return { mediaType, pointer: at, schema: own?.pointer, json: isJson(mediaType) && !bytes, bytes };
  });
}

function responsesOf(document: JsonObject, operation: string): SpecResponse[] {
  const responses = objectOf(objectOf(locate(document, operation).value)["responses"]);
  const keys = Object.keys(responses).filter((key) => !key.startsWith("x-"));
  return keys.map((key) => {
    const { value, pointer } = locate(document, below(operation, "responses", key));
    return { key, status: concreteStatus(key, keys), content: contentOf(document, objectOf(value), pointer) };
  });
}

/** `default` stands for an error: that is what it is used for. */
function concreteStatus(key: string, keys: readonly string[]): number {
  if (/^\d{3}$/.test(key)) return Number(key);
  const candidates = key === "default" ? [500, 418, 503, 599] : [0, 18, 22, 51].map((n) => Number(key[0]) * 100 + n);
  const free = candidates.filter((status) => !keys.includes(String(status)));
  const alone = free.find((status) => key !== "default" || !keys.some((other) => isRangeOf(other, status)));
  return alone ?? free[0] ?? (candidates[0] as number);
}

function isRangeOf(key: string, status: number): boolean {
  return key.toUpperCase() === `${Math.floor(status / 100)}XX`;
}

function securityOf(document: JsonObject, operation: JsonObject): string[][] {
  const security: Json | undefined = operation["security"] ?? document["security"];
  const alternatives = (Array.isArray(security) ? security : []).map((names) => Object.keys(objectOf(names)));
  return alternatives.some((names) => !names.length) ? [] : alternatives;
}

/** Whether a body is bytes: by the name of its media type, else by its schema. JSON, text and forms hold none. */
function isBytes(mediaType: string, schema: JsonObject | undefined): boolean {
  if (/^(image\/(?!svg)|audio\/|video\/|font\/|application\/(octet-stream|pdf|zip|gzip)\b)/i.test(mediaType))
    return true;
  const isNamed = !mediaType.includes("*") && (isJson(mediaType) || FORM_OR_TEXT.test(mediaType));
  if (isNamed || schema === undefined) return false;
  const { format, contentMediaType, contentEncoding } = schema;
  return format === "binary" || (contentMediaType !== undefined && contentEncoding === undefined);
}

/** Whether a media type is JSON; a wildcard is taken for it, the usual case. */
export function isJson(mediaType: string): boolean {
  return /^((?:application|text)\/(.+\+)?json|\*\/\*|application\/\*)\s*(;|$)/i.test(mediaType);
}
