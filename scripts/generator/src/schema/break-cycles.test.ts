import { expect, test } from "vitest";
import type { JsonObject } from "@x/openapi";
import { breakCycles } from "./break-cycles.ts";

// That the types of circles compile is tried in `break-cycles.slow.test.ts`.
const to = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
const object = (properties: JsonObject): JsonObject => ({ type: "object", properties });
const text = { type: "string" };

test.each(["oneOf", "anyOf", "allOf"])(
  "components that are each %s all the others are each written out once",
  (word) => {
    const all = Array.from({ length: 24 }, (_, index) => `S${index}`);
    const own = (name: string): JsonObject => object({ [name]: text });
    const members = Object.fromEntries(all.map((name) => [name, { [word]: [own(name), ...all.map(to)] }]));
    const broken = breakCycles(members);
    for (const name of all) {
      const written = JSON.stringify(broken[name]);
      for (const each of all) expect(written.split(`"${each}"`)).toHaveLength(2);
      expect(written).not.toContain("$ref");
    }
  },
);

test("what leads nowhere back is left as it is", () => {
  const schemas = {
    Room: object({ owner: to("User") }),
    User: { allOf: [to("Base"), object({ room: to("Room") })] },
    Base: object({}),
  };
  expect(breakCycles(schemas)).toEqual(schemas);
});
