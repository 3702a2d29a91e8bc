import type { Json, JsonObject } from "@x/openapi";
import { documentOf, names, reference } from "./base.ts";
import { hangingTexts, type Random } from "./texts.ts";

export function wide(random: Random): JsonObject {
  const count = random(500, 6_000);
  const properties = Object.fromEntries(
    names(count).map((name) => [name, random.pick<Json>({ type: "string" }, { enum: [name, null] }, reference("S1"))]),
  );
  return documentOf({ S0: { type: "object", properties, required: names(count) }, S1: { type: ["string", "null"] } });
}

export function values(random: Random): JsonObject {
  const count = random(1_000, 30_000);
  const list = Array.from({ length: count }, (_, index) => (random(0, 3) === 0 ? index : `value ${index}`));
  return documentOf({
    S0: {
      type: "object",
      properties: { a: { enum: list }, b: { type: "array", items: { enum: list.slice(0, 5_000) } } },
    },
  });
}

export function limits(random: Random): JsonObject {
  const huge = random.pick(1e9, 1e308, 2 ** 31, 2 ** 53);
  const schema = {
    type: "object",
    required: ["a", "b", "c", "d"],
    properties: {
      a: { type: "string", minLength: huge },
      b: { type: "array", minItems: huge, items: { type: "string" } },
      c: { type: "number", multipleOf: 1e-300, minimum: -huge, maximum: huge },
      d: { type: "object", minProperties: huge, additionalProperties: { type: "string" } },
      e: { type: "string", pattern: `^[a-z]{${random(1_000, 60_000)}}$` },
    },
  };
  return documentOf({ S0: schema });
}

/** Patterns over texts that they take for ever on. */
export function patterns(random: Random): JsonObject {
  const long = `${"a".repeat(random(30, 50_000))}!`;
  const pattern = random.pick(
    "^(a+)+$",
    "^(a|a)*$",
    String.raw`^(\w+\s?)*$`,
    "(.*)*x",
    "a*a*a*a*a*b",
    "^((a*)*)*$",
    "(?=(a+)+b)a",
  );
  const property = { type: "string", pattern, example: long, default: long, enum: [long, "b"] };
  const patternProperties = { [pattern]: { type: "string" } };
  return documentOf({
    S0: {
      type: "object",
      properties: { a: property, [long]: property },
      patternProperties,
      example: { a: long, [long]: long },
    },
  });
}

export function operations(random: Random): JsonObject {
  const count = random(100, 700);
  const same = random(0, 1) === 0;
  const paths = Object.fromEntries(
    names(count).map((name, index) => [
      same ? `/a/{p${index}}/${"b/".repeat(random(0, 20))}c` : `/${name}`,
      {
        get: {
          operationId: random.pick("same", `same_${index % 7}`, name),
          parameters: same ? [{ name: `p${index}`, in: "path", required: true, schema: { type: "string" } }] : [],
          responses: { 200: { description: "OK", content: { "application/json": { schema: reference("S0") } } } },
        },
      },
    ]),
  );
  return documentOf({ S0: { type: "object", properties: { self: reference("S0") } } }, reference("S0"), { paths });
}

export function parameters(random: Random): JsonObject {
  const list = names(random(200, 3_000)).map((name) => ({
    name,
    in: random.pick("query", "header"),
    schema: random.pick<Json>({ type: "string" }, { type: "array", items: { type: "string" } }, reference("S0")),
  }));
  return documentOf({ S0: { type: "object", properties: { a: { type: "string" } } } }, reference("S0"), {
    paths: { "/a": { get: { parameters: list, responses: { 200: { description: "OK" } } } } },
  });
}

/** What servers' variables allow together is their product. */
export function servers(random: Random): JsonObject {
  const variables = Object.fromEntries(
    names(random(3, 40)).map((name) => [
      name,
      { default: "a", enum: Array.from({ length: random(2, 60) }, (_, index) => `v${index}`) },
    ]),
  );
  const url = `https://api.example.com/${Object.keys(variables)
    .map((name) => `{${name}}`)
    .join("/")}`;
  return documentOf({ S0: { type: "string" } }, reference("S0"), {
    servers: [{ url, variables }, { url: `https://x.example${"/".repeat(100_000)}` }],
  });
}

/** Texts of what parsers like least, in every place that has words. */
export function texts(random: Random): JsonObject {
  const text = hangingTexts(random, 150_000);
  const schema = {
    type: "object",
    description: text,
    title: text,
    properties: { a: { type: "string", description: text, "x-a": text } },
  };
  const document = documentOf({ S0: schema });
  return { ...document, info: { title: text.slice(0, 1_000), version: "1", description: text } };
}

/** A text that is no document, or hardly. */
export function syntax(random: Random): string {
  const size = random(1_000, 400_000);
  const piece = random.pick(
    "[",
    "{",
    "- ",
    "? ",
    "{a: ",
    "!!map {",
    "&a [",
    "*a ",
    '"',
    "'",
    "# ",
    "|\n ",
    "a: &x\n",
    "[[],",
    "<<: ",
    "\t",
    "---\n",
  );
  return `openapi: 3.1.0\npaths: {}\nx: ${piece.repeat(size / piece.length)}`;
}

/** Aliases that stand for more and more. */
export function aliases(random: Random): string {
  const count = random(3, 14);
  const lines = Array.from(
    { length: count },
    (_, index) =>
      `  a${index}: &a${index} ${index === 0 ? "[x, x, x, x, x, x, x, x]" : `[${`*a${index - 1}, `.repeat(8)}]`}`,
  );
  return `openapi: 3.1.0\ninfo: { title: a, version: '1' }\npaths: {}\nx-a:\n${lines.join("\n")}\n`;
}
