import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { baseUrlOf } from "./base-url.ts";
import { pull } from "./pull.ts";

const at = (source: string) => [{ source, sha256: "", document: {} }];

test.each([
  [[{ url: "https://a.test" }], "https://docs.test/a.yaml", undefined],
  [[{ url: "/v1/" }], "https://docs.test/x/a.yaml", "https://docs.test/v1"],
  [[{ url: "../v2" }], "https://docs.test/x/y/a.yaml", "https://docs.test/x/v2"],
  [[{ url: "/v1" }], "a.yaml", undefined],
  [[], "https://docs.test/a.yaml", undefined],
  [undefined, "https://docs.test/a.yaml", undefined],
] as const)("of the servers %j, read at %s: %s", (servers, source, expected) => {
  const document = servers === undefined ? {} : { servers: JSON.parse(JSON.stringify(servers)) };
  expect(baseUrlOf(document, at(source), undefined, undefined)).toBe(expected);
  expect(baseUrlOf(document, at(source), "https://b.test/v1", "https://c.test")).toBe("https://b.test/v1");
});

test("what is given is remembered, until another is given", async () => {
  const root = mkdtempSync(join(tmpdir(), "base-url-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  writeFileSync(join(root, "a.yaml"), "openapi: 3.1.0\npaths: { /a: { get: { responses: {} } } }\n");
  const take = async (baseUrl?: string) => {
    const result = await pull({ vendor: "acme", root, from: ["a.yaml"], create: true, baseUrl, today: "2026-01-02" });
    mkdirSync(join(root, "specs"), { recursive: true });
    for (const [path, text] of result.files) writeFileSync(path, text);
    return [result.outcome, result.baseUrl];
  };
  expect(await take("https://b.test")).toEqual(["changed", "https://b.test"]);
  expect(await take()).toEqual(["unchanged", "https://b.test"]);
  expect(await take("https://c.test")).toEqual(["unchanged", "https://c.test"]);
  expect(await take()).toEqual(["unchanged", "https://c.test"]);
  await expect(take("c.test")).rejects.toThrow("--base-url is");
});
