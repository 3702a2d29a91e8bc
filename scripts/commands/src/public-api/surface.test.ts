import { readFileSync } from "node:fs";
import { join } from "node:path";
import { namesOf, vendorNames } from "@x/generator";
import { expect, test } from "vitest";
import { root } from "../workspace/files.ts";

const ERRORS = "AbortError ApiError ConfigError ConnectionError ResponseError SdkError TimeoutError";

test.each(vendorNames(root))("the index of %s exports operations' types, models and no machinery", (vendor) => {
  const read = (file: string): string => readFileSync(join(root, "packages", vendor, file), "utf8");
  const [, index = ""] = read("api.txt").split(/^=== .*/m);
  const names = [...index.matchAll(/^(?:(?:abstract )?(?:class|const|function|interface|type) )?(\w+)(?=[\s(:,<])/gm)];
  const generated = (file: string): string[] =>
    [...read(`src/generated/${file}`).matchAll(/^export (?:type|interface) (\w+)/gm)].map(([, name = ""]) => name);
  const types = generated("operations.ts").filter((name) => name !== "ApiOptions");
  expect(types.filter((name) => !/(Input|Outputs?|Error|Webhook)$/.test(name))).toEqual([]);
  const { pascal } = namesOf(vendor);
  const own = [`create${pascal}`, `${pascal}Client`, `${pascal}Options`, "environment"];
  const options = ["ApiOptions", "CallOptions", "ClientEvent"];
  expect(names.map(([, name]) => name).toSorted()).toEqual(
    [...own, ...options, ...ERRORS.split(" "), "pages", ...types, ...generated("models.ts")].toSorted(),
  );
});
