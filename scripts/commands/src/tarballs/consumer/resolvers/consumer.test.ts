// ts-jest, which compiles each file as CommonJS.
import { expect, test } from "@jest/globals";
import { call } from "./consumer";

declare const process: { env: Record<string, string> };

test("both vendors are called", async () => {
  expect(await call()).toEqual(JSON.parse(process.env["ANSWERS"] as string));
});
