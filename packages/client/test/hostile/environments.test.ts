import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { runChild } from "../support/child.ts";

const file = new URL("children/environment.ts", import.meta.url);

interface Report {
  withoutKey: string;
  withKey: unknown;
  authorization: string | null;
}

describe("an environment", () => {
  test.each(["no-process", "no-env", "env-throws", "no-versions"])(
    "of kind %s: the key is an option there",
    async (kind) => {
      const { report } = await runChild<Report>(file, [kind]);
      expect(report).toEqual({
        withoutKey: expect.stringMatching(
          /^ConfigError: the API key \(apiKey, or SYNTHETIC_API_KEY in the environment\) is missing/,
        ),
        withKey: { ok: true },
        authorization: "Bearer given",
      });
    },
  );

  test("reads no fetch global while the client loads", async () => {
    const { report } = await runChild<string[]>(new URL("children/import.ts", import.meta.url), [
      fileURLToPath(new URL("../../src/index.ts", import.meta.url)),
    ]);
    expect(report).toEqual([]);
  });
});
