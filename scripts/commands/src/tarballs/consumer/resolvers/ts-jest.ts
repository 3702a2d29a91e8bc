// ts-jest, which compiles each file as CommonJS.
import { call } from "./consumer";

declare const process: { env: Record<string, string> };
declare const test: (name: string, body: () => Promise<void>) => void;
declare const expect: (value: unknown) => { toEqual(other: unknown): void };

test("both vendors are called", async () => {
  expect(await call()).toEqual(JSON.parse(process.env["ANSWERS"] as string));
});
