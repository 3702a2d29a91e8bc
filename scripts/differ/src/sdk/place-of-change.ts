import { at, isObject, keysOf, type JsonObject } from "@x/openapi";

/**
 * A JSON pointer as the place of a usage program: `Session.user_id`, `input.query.page`, `output.data[].id`. Undefined for what
 * no statement is about.
 */
export function placeOfPointer(pointer: string, documents: readonly JsonObject[]): string | undefined {
  const keys = keysOf(pointer);
  let place: string | undefined;
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index] as string;
    const name = keys[index + 1];
    if (place === undefined || !isSchemaPlace(place)) {
      if (key === "webhooks" && index === 0 && name !== undefined) [place, index] = [`${name}Webhook`, 1];
      else if (key === "schemas" && index === 1 && name !== undefined) [place, index] = [name, index + 1];
      else if (key === "parameters" && name !== undefined)
        [place, index] = [parameterAt(keys.slice(0, index + 2), documents), index + 1];
      else if (key === "requestBody" || key === "requestBodies") place = "input.body";
      else if (key === "responses" && name !== undefined) {
        place = /^2|default/i.test(name) || keys[0] === "components" ? "output" : `error ${name.toLowerCase()}`;
        index += 1;
      }
    } else if (key === "properties" && name !== undefined) {
      place += `.${name}`;
      index += 1;
    } else if (key === "items") place += "[]";
    else if (key === "additionalProperties" || key === "patternProperties") place += "[key]";
  }
  return place;
}

function isSchemaPlace(place: string): boolean {
  return place !== "";
}

function parameterAt(keys: readonly string[], documents: readonly JsonObject[]): string {
  const pointer = `/${keys.map((key) => key.replaceAll("~", "~0").replaceAll("/", "~1")).join("/")}`;
  for (const document of documents) {
    const parameter = at(document, pointer);
    if (isObject(parameter) && typeof parameter["name"] === "string")
      return `input.${String(parameter["in"])}.${parameter["name"]}`;
  }
  return "input";
}
