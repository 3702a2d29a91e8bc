import { expect, test } from "vitest";
import { judgeByAjv } from "./judge-by-ajv.ts";

test("nothing is told compatible that Ajv refuses", () => {
  const { matrix, missed } = judgeByAjv(75, 20_261_126);
  expect(missed).toEqual([]);
  // The pairs are worth the while: each verdict is told.
  expect(Object.keys(matrix).toSorted()).toEqual(["breaking", "compatible", "risky"]);
});
