import { join } from "node:path";
import { readOpenApi } from "@x/openapi";
import { expect, test } from "vitest";
import { judgeByTypes } from "./judge-by-types.ts";
import { someMutants } from "./mutants.ts";

test("300 mutants of a document that uses every field, judged by the checker", async () => {
  const document = readOpenApi(join(import.meta.dirname, "every-field.yaml"));
  const { judged, refused, differences } = await judgeByTypes(document, someMutants(document, 330, 20_261_128));
  console.log(`${judged} judged, ${refused} of which no package can be made`);
  expect(judged).toBeGreaterThanOrEqual(300);
  expect(differences).toEqual([]);
});
