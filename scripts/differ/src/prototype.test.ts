import { expect, test } from "vitest";
import { parseYaml, type Json, type JsonObject } from "@x/openapi";
import { compareByRule } from "./diff.ts";
import { small } from "./testing/small.ts";

const NAMES = [...Object.getOwnPropertyNames(Object.prototype), "prototype", "then", "length", "name"];

/** An object with a key that no literal can have. */
function keyed(name: string, value: Json): JsonObject {
  return Object.fromEntries([[name, value]]);
}

const text = { type: "string" };
const PLACES: Record<string, (name: string) => JsonObject> = {
  "a property": (name) => small({ received: { type: "object", properties: keyed(name, text), required: [name] } }),
  "a property that is sent": (name) => small({ sent: { type: "object", properties: keyed(name, text) } }),
  "a parameter": (name) => small({ operation: { parameters: [{ name, in: "query", schema: text }] } }),
  "a header": (name) =>
    small({ operation: { responses: { 200: { description: "", headers: keyed(name, { schema: text }) } } } }),
  "a media type": (name) =>
    small({ operation: { responses: { 200: { description: "", content: keyed(name, { schema: text }) } } } }),
  "a component": (name) => small({ schemas: keyed(name, text), received: { $ref: `#/components/schemas/${name}` } }),
  "a scheme": (name) =>
    small({
      operation: { security: [keyed(name, [])] },
      document: { components: { securitySchemes: keyed(name, { type: "http", scheme: "bearer" }) } },
    }),
  "a value": (name) => small({ received: { type: "string", enum: [name, "other"] } }),
  "a tag of a union": (name) =>
    small({
      received: {
        oneOf: [{ $ref: "#/components/schemas/A" }],
        discriminator: { propertyName: name, mapping: keyed(name, "#/components/schemas/A") },
      },
      schemas: { A: { type: "object", required: [name], properties: keyed(name, { enum: [name] }) } },
    }),
  "a webhook": (name) => small({ document: { webhooks: keyed(name, { post: { responses: {} } }) } }),
  "a variable of a server": (name) =>
    small({ document: { servers: [{ url: `https://a.test/{${name}}`, variables: keyed(name, { default: "a" }) }] } }),
};

/** What is told, with the name as any other. */
function told(old: JsonObject, next: JsonObject, name: string): string[] {
  const { changes } = compareByRule(old, next);
  // Headers have no case.
  const plain = (words: string): string => words.replaceAll(name, "NAME").replaceAll(name.toLowerCase(), "NAME");
  return changes.map(({ id, wire, sdk, text: words }) => `${id} ${wire} ${sdk} ${plain(words)}`);
}

test.each(Object.entries(PLACES))("%s is told whatever it is called, as it comes and as it goes", (_, withName) => {
  for (const [one, other] of [
    [withName, small],
    [small, withName],
  ] as const) {
    const documentsOf = (name: string): [JsonObject, JsonObject] => {
      const make = (maker: typeof one): JsonObject => (maker === small ? small({}) : (maker as typeof withName)(name));
      return [make(one), make(other)];
    };
    const plain = told(...documentsOf("plain"), "plain");
    expect(plain).not.toEqual([]);
    for (const name of NAMES) expect([name, told(...documentsOf(name), name)]).toEqual([name, plain]);
  }
});

test("a key __proto__ that YAML or JSON brings is a property like any other", () => {
  const document = (name: string): JsonObject =>
    parseYaml(JSON.stringify(PLACES["a property"]?.("PLAIN")).replaceAll("PLAIN", name), "spec") as JsonObject;
  expect(told(document("__proto__"), document("id"), "__proto__")).toEqual(
    told(document("other"), document("id"), "other"),
  );
});
