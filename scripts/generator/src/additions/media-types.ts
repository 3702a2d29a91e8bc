import { isObject, type JsonObject } from "@x/openapi";
import type { AdditionMade } from "./addition.ts";
import { operationsOf, SCHEMAS } from "./places.ts";
import { oneOf, type Random } from "./random.ts";

/** Adds a media type to a response or a request body that has one already. */
export function addMediaType(document: JsonObject, random: Random, place: "responses" | "requestBody"): AdditionMade {
  const holders = operationsOf(document).flatMap((operation) => {
    const of = operation[place];
    const owners = place === "responses" ? Object.entries(isObject(of) ? of : {}) : [["", of] as const];
    return owners.filter((entry): entry is [string, JsonObject] => isObject(entry[1]) && isObject(entry[1]["content"]));
  });
  const [status, owner] = oneOf(random, holders);
  const content = owner["content"] as JsonObject;
  const type = oneOf(
    random,
    [
      "application/json",
      "application/a+json",
      "application/x-www-form-urlencoded",
      "multipart/form-data",
      "text/plain",
      "application/xml",
    ].filter((each) => !(each in content)),
  );
  const hadJson = Object.keys(content).some((each) => each.endsWith("json"));
  content[type] = { schema: oneOf(random, SCHEMAS) };
  const isFirstJson = type.endsWith("json") && !hadJson;
  const isOther = place === "responses" && (status ?? "").startsWith("2") && !type.endsWith("json");
  return {
    what: `${place} ${status} ${type}`,
    ...(isFirstJson && { mayBreak: "a first JSON media type beside others" }),
    ...(isOther && { mayBreak: "a success media type of another kind: the result becomes a union" }),
    ...(place === "requestBody" &&
      !hadJson && { mayBreak: "a request media type that sorts first, where none is JSON" }),
  };
}
