import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { PETS } from "./project.ts";

test("a process whose mocks are closed has nothing of them that keeps it alive", () => {
  const document = PETS.replace("example:", "schema: { type: string, format: no-format-that-ajv-knows }, example:");
  const script = `import { startMock } from "@x/mock";
    import { load } from "js-yaml";
    const mock = await startMock(load(${JSON.stringify(document)}));
    await (await fetch(mock.url + "/pet")).text();
    await mock.close();
    console.log(process.getActiveResourcesInfo().filter((name) => /worker|port/i.test(name)));`;
  const args = ["--input-type=module", "--eval", script];
  expect(execFileSync(process.execPath, args, { cwd: import.meta.dirname, encoding: "utf8" })).toBe("[]\n");
});
