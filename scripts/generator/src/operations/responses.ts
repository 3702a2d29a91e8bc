import type { BodyKind } from "@x/client";
import { isObject, resolve, type Json, type JsonObject, Problem } from "@x/openapi";
import { essenceOf, formOf, inOrder, isJson } from "./media-types.ts";
import type { ResponseModel, ResponseType } from "./model.ts";
import { kindOf } from "./parameters.ts";
import { requiredKeys } from "./required-keys.ts";

/**
 * The documented responses, each with the kinds of body that the client reads: none where the method is HEAD. Without a
 * documented success, a redirect is one; without that too, nothing is known of it.
 *
 * @throws {Problem} when a success is of media types alone that the client can't read
 */
export function responsesOf(
  document: JsonObject,
  method: string,
  operation: JsonObject,
  where: string,
): ResponseModel[] {
  const responses = isObject(operation["responses"]) ? operation["responses"] : {};
  const keys = Object.keys(responses).filter((key) => !key.startsWith("x-"));
  const statuses = keys.map((key) => (key === "default" ? key : key.toUpperCase()));
  const wrong = statuses.find((status) => !/^([1-5]\d\d|[1-5]XX|default)$/.test(status));
  if (wrong !== undefined) throw new Problem(`${where}: "${wrong}" is not a response status.`);
  const isSuccessDocumented = statuses.some((status) => status.startsWith("2"));
  const isRedirect =
    !isSuccessDocumented && !statuses.includes("default") && statuses.some((each) => /^3(?!04)/.test(each));
  const models = keys.map((key, index): ResponseModel => {
    const status = statuses[index] as string;
    if (isRedirect && /^3(?!04)/.test(status)) return { status, types: [], kind: "location", keys: [] };
    const response = resolve(document, responses[key], where);
    const content = isObject(response) && isObject(response["content"]) ? response["content"] : {};
    const isError = /^[45]/.test(status) || (status === "default" && isSuccessDocumented);
    if (method === "head") return { status, types: [], kind: "none", keys: [] };
    return { status, ...readBody(document, content, `${where}, response ${key}`, isError) };
  });
  if (!isSuccessDocumented && !isRedirect && !statuses.includes("default"))
    models.push({ status: "2XX", types: [], kind: "none", keys: [] });
  return models;
}

function readBody(
  document: JsonObject,
  content: JsonObject,
  where: string,
  isError: boolean,
): Omit<ResponseModel, "status"> {
  const offered = inOrder(Object.keys(content));
  if (!offered.length) return { types: [], kind: "none", keys: [] };
  const types = offered.flatMap((mediaType): ResponseType[] => {
    const kind = responseKind(document, mediaType, content[mediaType], where);
    return kind ? [{ mediaType, kind }] : [];
  });
  const [first] = types;
  if (first === undefined) {
    // Whatever it says it is, the client reads an error's body as JSON or text.
    if (isError) return { types: [], kind: "none", keys: [] };
    const isStream = offered.every((type) => formOf(document, type, content[type], where) === "stream");
    throw new Problem(
      isStream
        ? `${where}: a stream alone (${offered.join(", ")}): events, lines or items one after the other are not supported.`
        : `${where}: no supported media type (${offered.join(", ")}). Supported: JSON, text and bytes.`,
    );
  }
  const schema = isObject(content[first.mediaType]) ? (content[first.mediaType] as JsonObject)["schema"] : undefined;
  if (isError) {
    const isObjects =
      (first.kind === "object" || first.kind === "json") && kindOf(document, schema, where) === "object";
    const keys = isObjects ? requiredKeys(document, schema, where) : [];
    return { types: [first], kind: first.kind === "binary" ? "none" : first.kind, keys };
  }
  const own = types.filter(({ mediaType }) => isOfItsOwn(document, mediaType, content, types));
  return { types: own, kind: first.kind, keys: [] };
}

/**
 * Whether a media type is more than another writing of what JSON says: XML or YAML of the same objects, or JSON under a
 * second name, is not asked for, and makes no union of the result.
 */
function isOfItsOwn(
  document: JsonObject,
  mediaType: string,
  content: JsonObject,
  types: readonly ResponseType[],
): boolean {
  const first = types.find((type) => isJson(type.mediaType));
  if (first === undefined || first.mediaType === mediaType) return true;
  if (isJson(mediaType)) return false;
  if (!/^(application|text)\/(.+\+)?(xml|yaml|x-yaml)$/i.test(essenceOf(mediaType))) return true;
  const media = content[mediaType];
  return isObject(media) && kindOf(document, media["schema"], "") === "string";
}

function responseKind(
  document: JsonObject,
  mediaType: string,
  media: Json | undefined,
  where: string,
): BodyKind | undefined {
  const form = formOf(document, mediaType, media, where);
  if (form === "text" || form === "binary") return form;
  if (form !== "json") return undefined;
  const schema = resolve(document, isObject(media) ? media["schema"] : undefined, where);
  const kind = kindOf(document, schema, where);
  return (kind === "object" || kind === "array") && !isNullable(document, schema, where) ? kind : "json";
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
