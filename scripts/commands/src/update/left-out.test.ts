import { expect, test } from "vitest";
import { pull } from "@x/sources";
import { documentOf } from "../testing/document.ts";
import { workspaceOf, write } from "../testing/workspace.ts";
import { writeAll } from "../workspace/files.ts";
import { pullRequestBody } from "./pull-request.ts";
import { createSteps } from "./steps.ts";
import { update } from "./update.ts";

test("an operation that can't be made is told, and stops nothing", async () => {
  const root = workspaceOf({
    "redocly.yaml": "rules: { no-unresolved-refs: error }\n",
    "api.yaml": documentOf("GET", "/rooms"),
    "packages/acme/package.json": '{ "name": "@x/acme" }',
  });
  writeAll((await pull({ vendor: "acme", root, from: ["api.yaml"], today: "2026-01-02" })).files);
  write(root, { "api.yaml": `${documentOf("GET", "/rooms")}  /users:\n    trace:\n      responses: {}\n` });
  const lines: string[] = [];
  const steps = createSteps((line) => lines.push(line));
  const updates = await update({ root, vendors: ["acme"], pulling: { today: "2026-02-03" }, steps });
  const why = 'fetch can\'t send TRACE (Fetch, "forbidden method")';
  expect(updates).toMatchObject([{ skipped: [{ operation: "TRACE /users", why: `${why}.` }] }]);
  expect(lines.join("\n")).toContain(`left out           TRACE /users: ${why} (#/paths/~1users/trace).`);
  expect(pullRequestBody(updates)).toContain("TRACE /users: fetch can't send TRACE");
});
