import { join } from "node:path";
import { readOpenApi } from "@x/openapi";
import { expect, test } from "vitest";
import { judgeByTypes } from "./judge-by-types.ts";
import { someMutants } from "./mutants.ts";

test("1,000 mutants of a document that uses every field, judged by the checker", async () => {
  const document = readOpenApi(join(import.meta.dirname, "every-field.yaml"));
  const { judged, refused, differences } = await judgeByTypes(document, someMutants(document, 1_100, 20_261_127));
  console.log(`${judged} judged, ${refused} of which no package can be made`);
  expect(judged).toBeGreaterThanOrEqual(1_000);
  expect(differences).toEqual([]);
});
