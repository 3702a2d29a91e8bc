import { beforeAll, expect, test } from "vitest";
import { instantiations } from "./compiler.ts";
import { oneCall } from "./one-call.ts";
import { syntheticPackage, type SyntheticPackage } from "./synthetic.ts";

const INSTANTIATIONS = 100;

let packages: readonly SyntheticPackage[];
beforeAll(async () => {
  packages = await Promise.all([10, 200].map(syntheticPackage));
});

test(`a call costs up to ${INSTANTIATIONS} instantiations, however many operations there are`, () => {
  const folder = import.meta.dirname;
  const [few, many] = packages.map(({ files }) => {
    return instantiations({ folder, files: { ...files, "call.ts": oneCall.client } }, "call.ts", oneCall.call);
  });
  expect(few).toBeGreaterThan(0);
  expect(few).toBeLessThanOrEqual(INSTANTIATIONS);
  expect(many).toBe(few);
});
