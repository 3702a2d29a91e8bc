import { canonicalYaml, parseOpenApi } from "@x/openapi";
import { expect, test } from "vitest";
import { diffSpecs } from "./diff.ts";
import { small } from "./testing/small.ts";

const other = small({ path: "/others", operation: { operationId: "Other" } });

test("two documents without an operation in common may be of two APIs, and that is said", async () => {
  const { notes, sdk } = await diffSpecs(small({}), other, { compile: false });
  expect(notes[0]).toContain("no operation in common");
  expect(sdk).toBe("major");
  expect((await diffSpecs(other, other, { compile: false })).notes).not.toContain(notes[0]);
});

test("a verdict has a change, and a change has a verdict", async () => {
  const same = await diffSpecs(other, structuredClone(other));
  expect(same).toMatchObject({ wire: "compatible", sdk: "none", changes: [] });
  const {
    sdk,
    changes,
    seen = [],
  } = await diffSpecs(
    small({ received: { type: "object", properties: { a: { type: "string" } } } }),
    small({ received: { type: "object", properties: { a: { type: "integer" } } } }),
  );
  expect(changes.map((change) => [change.id, change.sdk])).toEqual([["response-type-changed", "major"]]);
  expect(sdk).toBe("major");
  expect(seen.join()).toContain("do, output.a: TS2345");
});

test("the same document as JSON and as YAML, whatever the order of its keys, is no change", async () => {
  const schema = {
    type: "object",
    required: ["id"],
    properties: { id: { type: "integer" }, name: { type: "string" } },
  };
  const document = small({ sent: schema, received: { type: "array", items: schema } });
  const turned = JSON.stringify(document, (_, value: unknown) =>
    value !== null && typeof value === "object" && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toReversed())
      : value,
  );
  const [yaml, json] = [canonicalYaml(document), turned].map((text) => parseOpenApi(text, "shelf"));
  expect(await diffSpecs(yaml ?? {}, json ?? {})).toMatchObject({
    wire: "compatible",
    sdk: "none",
    changes: [],
    notes: [],
  });
});
