import type { Json, JsonObject } from "@x/openapi";
import { documentOf, names, reference } from "./base.ts";
import type { Random } from "./texts.ts";

/** Every schema refers to the next, in several ways: what is looked at once a way doubles with each. */
export function doubling(random: Random): JsonObject {
  const count = random(10, 400);
  const word = random.pick("oneOf", "anyOf", "allOf");
  const all = names(count).map((name, index): [string, Json] => {
    if (index === count - 1) return [name, { type: "object", properties: { a: { type: "string" } } }];
    const next = reference(`S${index + 1}`);
    const members = Array.from({ length: random(2, 5) }, () => next);
    return [
      name,
      random(0, 2) === 0
        ? { [word]: members }
        : { type: "object", properties: { a: next, b: next, c: { [word]: members } } },
    ];
  });
  return documentOf(Object.fromEntries(all));
}

/** Every schema is one of all the others. */
export function clique(random: Random): JsonObject {
  const all = names(random(5, 60));
  const word = random.pick("oneOf", "anyOf", "allOf");
  return documentOf(
    Object.fromEntries(
      all.map((name) => [
        name,
        random(0, 1) === 0
          ? { [word]: all.map(reference) }
          : {
              type: "object",
              properties: Object.fromEntries(all.map((each) => [each, reference(each)])),
              required: all,
            },
      ]),
    ),
  );
}

export function chain(random: Random): JsonObject {
  const count = random(100, 6_000);
  const last = random.pick<Json>({ type: "string" }, reference("S0"));
  return documentOf(
    Object.fromEntries(
      names(count).map((name, index) => [name, index === count - 1 ? last : reference(`S${index + 1}`)]),
    ),
  );
}

export function deep(random: Random): JsonObject {
  let schema: JsonObject = { type: "string" };
  for (let level = random(20, 60); level > 0; level -= 1) {
    const inner = schema;
    schema = random.pick<JsonObject>(
      { type: "array", items: inner },
      { type: "object", properties: { a: inner, b: { type: "string" } }, required: ["a"] },
      { oneOf: [inner, { type: "null" }] },
      { type: "object", additionalProperties: inner },
      { allOf: [inner, { description: "more" }] },
    );
  }
  return documentOf({ S0: schema });
}

export function unions(random: Random): JsonObject {
  const count = random(20, 500);
  const members = names(count).map((name) => ({
    type: "object",
    required: ["type", name],
    properties: { type: { const: name }, [name]: reference("S0") },
  }));
  const mapping = Object.fromEntries(names(count).map((name) => [name, "#/components/schemas/S0"]));
  return documentOf({
    S0: { [random.pick("oneOf", "anyOf", "allOf")]: members, discriminator: { propertyName: "type", mapping } },
  });
}
