import { expect, test } from "vitest";
import { docPages } from "./pages.ts";
import { newClone } from "./reader/clone.ts";

test("the scope is renamed by the commands of CONTRIBUTING.md, the last of which is npm test", async () => {
  const blocks = docPages().flatMap((page) => (page.path === "CONTRIBUTING.md" ? page.blocks : []));
  const commands = blocks.map(({ text }) => text).filter((text) => text.includes("@acme"));
  expect(commands).toEqual([expect.stringMatching(/npm test$/)]);
  const inClone = await newClone();
  const { code, stdout, stderr } = await inClone(`set -e\n${commands[0]}`);
  expect([code, code === 0 ? "" : stdout + stderr]).toEqual([0, ""]);
  const { stdout: left } = await inClone("git grep -nE '@x/' || true");
  expect(left).toBe("");
});
