import { isObject, type Json, type JsonObject } from "@x/openapi";

/** Takes keywords and parts away from two schemas, as long as what is wrong with them stays. */
export function minimal(
  pair: readonly [JsonObject, JsonObject],
  isWrong: (pair: readonly [JsonObject, JsonObject]) => boolean,
): readonly [JsonObject, JsonObject] {
  let least = pair;
  for (let again = true; again;) {
    again = false;
    for (const smaller of smallerOf([...least])) {
      if (!Array.isArray(smaller) || !smaller.every(isObject) || smaller.length < 2 || !isWrong(smaller as never))
        continue;
      [least, again] = [smaller as unknown as readonly [JsonObject, JsonObject], true];
      break;
    }
  }
  return least;
}

/** A value with one thing less, in every way. */
function* smallerOf(value: Json): Generator<Json> {
  if (Array.isArray(value)) {
    for (const [index, each] of value.entries()) {
      yield value.filter((_, at) => at !== index);
      for (const smaller of smallerOf(each)) yield value.map((other, at) => (at === index ? smaller : other));
    }
  } else if (isObject(value)) {
    for (const [key, each] of Object.entries(value)) {
      const { [key]: _, ...rest } = value;
      yield rest;
      for (const smaller of smallerOf(each)) yield { ...value, [key]: smaller };
    }
  }
}
