import type { BodyKind } from "@x/client";
import { isObject, resolve, type Json, type JsonObject, Problem } from "@x/openapi";
import type { BodyModel, ResponseModel } from "./model.ts";
import { kindOf } from "./parameters.ts";
import { requiredKeys } from "./required-keys.ts";

const JSON_TYPE = /^application\/(.+\+)?json$/i;
const FORM_TYPE = /^(multipart\/form-data|application\/x-www-form-urlencoded)$/i;
const BINARY_TYPE = /^(application\/(octet-stream|pdf|zip|gzip)|(image|audio|video|font)\/.+)$/i;
const TEXT_TYPE = /^text\/(plain|html|csv|markdown|css|xml|vtt|calendar)$/i;

/**
 * The request body of an operation: JSON where the spec has it, else a form.
 *
 * @throws {Problem} naming the media types when the client can send none of them
 */
export function bodyOf(document: JsonObject, operation: JsonObject, where: string): BodyModel | undefined {
  const requestBody = resolve(document, operation["requestBody"], where);
  if (!isObject(requestBody)) return undefined;
  const content = isObject(requestBody["content"]) ? requestBody["content"] : {};
  const offered = Object.keys(content);
  const mediaType = jsonOf(offered) ?? offered.find((type) => FORM_TYPE.test(essence(type)));
  if (mediaType === undefined) {
    throw new Problem(
      `${where}: no supported media type for the request body (${offered.join(", ") || "none given"}). Supported: JSON and forms.`,
    );
  }
  return { mediaType, required: requestBody["required"] === true };
}

/** The documented responses, each with the kind of body that the client reads: none where the method is HEAD. */
export function responsesOf(
  document: JsonObject,
  method: string,
  operation: JsonObject,
  where: string,
): ResponseModel[] {
  const responses = isObject(operation["responses"]) ? operation["responses"] : {};
  const models: ResponseModel[] = [];
  const isSuccessDocumented = Object.keys(responses).some((key) => key.startsWith("2"));
  for (const [key, reference] of Object.entries(responses)) {
    if (key.startsWith("x-")) continue;
    const status = key === "default" ? key : key.toUpperCase();
    if (!/^([1-5]\d\d|[1-5]XX|default)$/.test(status))
      throw new Problem(`${where}: "${key}" is not a response status.`);
    const response = resolve(document, reference, where);
    const content = isObject(response) && isObject(response["content"]) ? response["content"] : {};
    const isError = /^[45]/.test(status) || (status === "default" && isSuccessDocumented);
    const model = { status, ...readBody(document, content, `${where}, response ${key}`, isError) };
    models.push(method === "head" ? { ...model, kind: "none", keys: [] } : model);
  }
  return models;
}

function readBody(
  document: JsonObject,
  content: JsonObject,
  where: string,
  isError: boolean,
): Omit<ResponseModel, "status"> {
  const offered = Object.keys(content);
  if (!offered.length) return { kind: "none", mediaType: undefined, keys: [] };
  const first = jsonOf(offered);
  for (const mediaType of first === undefined ? offered : [first, ...offered]) {
    const media = content[mediaType];
    const schema = isObject(media) ? media["schema"] : undefined;
    const kind = responseKind(document, mediaType, schema, where);
    const isObjects = (kind === "object" || kind === "json") && kindOf(document, schema, where) === "object";
    const keys = isError && isObjects ? requiredKeys(document, schema, where) : [];
    // The client reads an error's body as JSON or text, whatever it says it is.
    if (kind) return { kind: isError && kind === "binary" ? "none" : kind, mediaType, keys };
  }
  throw new Problem(`${where}: no supported media type (${offered.join(", ")}). Supported: JSON, text and binary.`);
}

function responseKind(
  document: JsonObject,
  mediaType: string,
  reference: Json | undefined,
  where: string,
): BodyKind | undefined {
  const schema = resolve(document, reference, where);
  if (isJson(mediaType)) {
    const kind = kindOf(document, schema, where);
    return (kind === "object" || kind === "array") && !isNullable(document, schema, where) ? kind : "json";
  }
  if (BINARY_TYPE.test(essence(mediaType)) || (isObject(schema) && schema["format"] === "binary")) return "binary";
  return TEXT_TYPE.test(essence(mediaType)) ? "text" : undefined;
}

/** Whether null is a body that the schema takes: by itself, by one of several, or by all that it is made of. */
function isNullable(
  document: JsonObject,
  reference: Json | undefined,
  where: string,
  known: Map<JsonObject, boolean> = new Map(),
): boolean {
  const schema = resolve(document, reference, where);
  if (!isObject(schema)) return false;
  const answer = known.get(schema);
  if (answer !== undefined) return answer;
  known.set(schema, false);
  const takes = (member: Json): boolean => isNullable(document, member, where, known);
  const { oneOf, anyOf, allOf } = schema;
  const nullable =
    schema["nullable"] === true ||
    [schema["type"]].flat().includes("null") ||
    [oneOf, anyOf].flat().some((member) => takes(member as Json)) ||
    (Array.isArray(allOf) && allOf.every(takes));
  known.set(schema, nullable);
  return nullable;
}

/** JSON itself, else the first kind of it by name: a vendor that adds another kind changes nothing. */
function jsonOf(mediaTypes: readonly string[]): string | undefined {
  const json = mediaTypes.filter(isJson);
  return json.find((type) => essence(type).toLowerCase() === "application/json") ?? json[0];
}

/** Whether a media type is JSON, parameters such as a charset aside. A wildcard is taken for JSON, the usual case. */
export function isJson(mediaType: string): boolean {
  return JSON_TYPE.test(essence(mediaType)) || essence(mediaType) === "*/*" || essence(mediaType) === "application/*";
}

function essence(mediaType: string): string {
  return (mediaType.split(";")[0] as string).trim();
}
