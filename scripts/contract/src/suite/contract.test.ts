import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { contractCases } from "../layers/contract-cases.ts";
import { createContract } from "./contract.ts";

test("an operation that documents no success stops no other: nothing is expected of it", () => {
  const folder = mkdtempSync(join(tmpdir(), "contract-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, "openapi.json");
  const ok = { "200": { description: "OK" } };
  const refused = { "404": { description: "No" } };
  const paths = {
    "/a": { get: { responses: ok } },
    "/b": { get: {} },
    "/c": { get: { responses: refused } },
  };
  writeFileSync(path, JSON.stringify({ openapi: "3.1.0", info: { title: "a", version: "1" }, paths }));
  const operations = Object.fromEntries(["a", "b", "c"].map((name) => [name, { method: "GET", path: `/${name}` }]));
  const vendor = { name: "acme", api: { baseUrl: "https://a.test", operations }, create: () => ({}) };
  const contract = createContract(vendor, path, path, () => "");
  expect(contract.untested).toEqual(["GET /b", "GET /c"]);
  const operationsOf = contractCases(contract).flatMap(({ operation }) => operation ?? []);
  expect(new Set(operationsOf)).toEqual(new Set(["GET /a"]));
  const ofServers = contractCases(contract).filter(({ layer, operation }) => layer === "servers" && !operation);
  for (const { run } of ofServers) expect(run).not.toThrow();
  expect(contract.coverage.missing()).toEqual(["GET /a → 200"]);
});
