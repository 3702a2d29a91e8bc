import { generateFiles } from "@x/generator";
import { expect, test } from "vitest";
import { found } from "./testing/small.ts";
import { swinging } from "./testing/histories.ts";

test("a reference to anything but a schema, written out or in, is no change and gives equal bytes", async () => {
  const [written, referred] = swinging();
  if (written === undefined || referred === undefined) throw new Error("two states");
  expect(found(written, referred)).toEqual([]);
  expect(found(referred, written)).toEqual([]);
  const [one, other] = [await generateFiles(written, "it"), await generateFiles(referred, "it")];
  expect(other.files).toEqual(one.files);
});
