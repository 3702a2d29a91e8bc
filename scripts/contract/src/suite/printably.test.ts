import { Problem } from "@x/openapi";
import { expect, test } from "vitest";
import { printably } from "./printably.ts";

test("what a case throws in a vendor's words is shown, and does nothing", async () => {
  const words = "/a\n::error::x\n\u001B[2J##[group]\u202E";
  const shown = "/a\n\\::error::x\n\\u001b[2J##\\[group]\\u202e";
  for (const run of [
    () => {
      throw new Problem(words);
    },
    async () => {
      throw new Error("Why", { cause: new Error(words) });
    },
  ]) {
    const thrown = (await printably(run).catch((error: unknown) => error)) as Error;
    const told = [thrown, thrown.cause].filter((each) => each instanceof Error);
    expect(told.map(({ message }) => message)).toContain(shown);
    const texts = told.flatMap(({ message, stack }) => [message, stack ?? ""]).join("\n");
    // oxlint-disable-next-line no-control-regex -- what starts a colour or turns text round
    expect(texts).not.toMatch(/^::|##\[|[\u001B\u202E]/m);
    expect(thrown.stack).toContain("printably.test.ts");
  }
  await printably(() => undefined);
});
