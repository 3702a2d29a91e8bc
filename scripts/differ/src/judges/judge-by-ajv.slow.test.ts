import { expect, test } from "vitest";
import { judgeByAjv } from "./judge-by-ajv.ts";

/** Told breaking by a reason that is written in the rules, where no value shows it. */
const DECIDED = /additional-properties-closed|property-removed|undescribed-property/;

test("10,000 comparisons of random schemas, judged by Ajv", () => {
  const { matrix, missed, unwitnessed } = judgeByAjv(5_500, 20_261_127);
  expect(missed).toEqual([]);
  const without = unwitnessed.filter((line) => !DECIDED.test(line.split("  ")[0] ?? ""));
  const told = (matrix["breaking"]?.witnessed ?? 0) + (matrix["breaking"]?.not ?? 0);
  console.log(
    JSON.stringify(matrix),
    `told breaking with neither value nor written reason: ${without.length} of ${told}`,
  );
  expect(without.length / told).toBeLessThan(0.01);
});
